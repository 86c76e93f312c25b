package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;

/** What the cloud answered, when a test knows which way it must go. */
final class Asked {
    private Asked() {}

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> value;
            case Answer.Refused<T> refused -> throw new AssertionError(refused);
        };
    }

    static ApiError refused(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).error();
    }
}
