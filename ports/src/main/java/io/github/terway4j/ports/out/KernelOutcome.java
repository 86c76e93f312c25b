package io.github.terway4j.ports.out;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;

/** How a conversation with the kernel ended. */
public sealed interface KernelOutcome {
    record Applied() implements KernelOutcome {}

    /** There is no such namespace (any more), or what stands there is none; nothing after {@code step} was done. */
    record NoSuchNamespace(NetNs ns, String words) implements KernelOutcome {}

    /** Something else stands where {@code step} wanted to put a link. */
    record Occupied(KernelStep step, String words) implements KernelOutcome {}

    /** The kernel said no; {@code words} carries its own ({@code errno} and extended acknowledgement). */
    record Refused(KernelStep step, String words) implements KernelOutcome {}
}
