package io.github.terway4j.app.usecase;

import java.time.Instant;
import java.util.Optional;

/** What was asked of the agent, and its answer once it has come. */
final class Call<T> {
    private Optional<T> answer = Optional.empty();
    private Instant at = Instant.MIN;

    void answered(T answer, Instant at) {
        this.answer = Optional.of(answer);
        this.at = at;
    }

    boolean isAnswered() {
        return answer.isPresent();
    }

    T answer() {
        return answer.orElseThrow(() -> new AssertionError("there is no answer yet"));
    }

    Instant at() {
        return at;
    }
}
