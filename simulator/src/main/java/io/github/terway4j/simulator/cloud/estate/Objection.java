package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;

/**
 * Thrown inside the model by whichever rule objects, before anything has changed; at the model's door it becomes an
 * {@link Answer}. A rule is deep inside an operation, and carrying its refusal out by hand would hide the operation.
 */
public final class Objection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiError error;
    private final String subject;

    public Objection(ApiError error, Object subject, String words) {
        super("%s: %s".formatted(error.code(), words), null, false, false);
        this.error = error;
        this.subject = subject.toString();
    }

    public ApiError error() {
        return error;
    }

    public <T> Answer<T> answer() {
        return new Answer.Refused<>(error, subject, String.valueOf(getMessage()));
    }
}
