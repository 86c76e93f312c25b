package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the client throws, in words. */
final class Failure {
    private Failure() {}

    /** What came of a question; {@code unreadable} of words that say why nothing did. */
    static <T> T or(Function<String, T> unreadable, Supplier<T> question) {
        try {
            return question.get();
        } catch (KubernetesClientException | IllegalArgumentException failed) {
            return unreadable.apply(words(failed));
        }
    }

    static String words(Throwable failed) {
        if (failed instanceof KubernetesClientException refused && refused.getCode() > 0) {
            return "the API server says %d: %s"
                    .formatted(
                            refused.getCode(),
                            Optional.ofNullable(refused.getStatus())
                                    .map(status -> status.getMessage())
                                    .orElse(refused.getMessage()));
        }
        var cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }
}
