package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import java.util.stream.Stream;

/** What a step brings into the kernel. */
final class Made {
    private Made() {}

    static Stream<KernelObject> in(KernelStep step) {
        return step instanceof KernelStep.Make(var object) ? Stream.of(object) : Stream.empty();
    }
}
