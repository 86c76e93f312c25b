package io.github.terway4j.simulator.cloud.api;

import java.util.function.Function;

/** What the cloud answers to a call that reached it. */
public sealed interface Answer<T> {
    record Given<T>(T value) implements Answer<T> {}

    /**
     * Nothing changed.
     *
     * @param subject the id of what stands in the way
     */
    record Refused<T>(ApiError error, String subject, String words) implements Answer<T> {}

    default <R> Answer<R> map(Function<T, R> function) {
        return switch (this) {
            case Given<T>(T value) -> new Given<>(function.apply(value));
            case Refused<T>(ApiError error, String subject, String words) -> new Refused<>(error, subject, words);
        };
    }
}
