package io.github.terway4j.adapters.metadata;

import java.net.URI;
import java.util.Optional;

/** How one request to the service ended. */
sealed interface Exchange {
    /**
     * There was an answer, of whatever status.
     *
     * @param retryAfter the header of that name
     */
    record Answered(int status, String body, Optional<String> retryAfter) implements Exchange {
        /** A body may be a secret. */
        @Override
        public String toString() {
            return "status %d, %d characters".formatted(status, body.length());
        }
    }

    /** There was none, or none that could be read to its end. */
    record Unanswered(URI uri, String words) implements Exchange {}
}
