package io.github.terway4j.app.demo;

import io.github.terway4j.app.stage.WiringMode;
import io.github.terway4j.domain.net.IpFamily;

/** Whether a pod that is wired so finds one way. */
public record Finding(WiringMode mode, Way way, IpFamily family, String kernel, Result result) {
    /** How a try ended. */
    public sealed interface Result {
        /** All arrived, from the address that it should come from, and replies took the way back through the same ENI. */
        record Found() implements Result {}

        /**
         * Something speaks against it.
         *
         * @param objection where it ended, or what was wrong about it
         */
        record Wrong(String objection) implements Result {}

        /**
         * It could not be tried.
         *
         * @param obstacle what this kernel lacks
         */
        record NotHere(String obstacle) implements Result {}
    }

    /** Nothing speaks against it. */
    public boolean holds() {
        return !(result instanceof Result.Wrong);
    }
}
