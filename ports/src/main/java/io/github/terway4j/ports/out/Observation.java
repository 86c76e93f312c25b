package io.github.terway4j.ports.out;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;

/** What a look into a namespace brought. */
public sealed interface Observation {
    record Seen(KernelState state) implements Observation {}

    record NoSuchNamespace(NetNs ns, String words) implements Observation {}

    /** Nothing can be said: not that something is there, and not that it is gone. */
    record Unreadable(NetNs ns, String words) implements Observation {}
}
