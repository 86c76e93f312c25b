package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A parameter that is one of a few words. */
final class Choice {
    private Choice() {}

    /** Refuses any other word than those by which the API knows these values. */
    static <T> Optional<T> read(Parameters parameters, String name, List<T> values, Function<T, String> word) {
        return parameters
                .text(name)
                .map(text -> values.stream()
                        .filter(value -> word.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Rejection.invalid(
                                name,
                                "%s is none of %s"
                                        .formatted(
                                                text, values.stream().map(word).toList()))));
    }
}
