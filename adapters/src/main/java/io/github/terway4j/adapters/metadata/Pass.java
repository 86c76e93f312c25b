package io.github.terway4j.adapters.metadata;

import io.github.terway4j.ports.out.CloudOutcome;

/** With what one comes before the service. */
sealed interface Pass {
    /** The hardened mode. */
    record Token(String text) implements Pass {
        @Override
        public String toString() {
            return "(a token)";
        }
    }

    /** The normal mode, where the service has no tokens to give. */
    record Empty() implements Pass {}

    /** Nobody can say which: the service did not answer. */
    record None(CloudOutcome<String> because) implements Pass {}
}
