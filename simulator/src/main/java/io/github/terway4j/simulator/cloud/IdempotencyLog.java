package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.Supplier;

/**
 * Gives a call that comes again the answer that it got before (ECS API, "How to ensure idempotence"). A refusal is not
 * remembered: it changed nothing, so the call may be tried again under the same token.
 */
final class IdempotencyLog {
    /** Chosen: long beyond any retry, and short enough that a simulated year fits into memory. */
    private static final Duration RETENTION = Duration.ofHours(24);

    private record Entry(Object parameters, Object answer, Instant at) {}

    private final LinkedHashMap<ClientToken, Entry> entries = new LinkedHashMap<>();

    /** Runs the operation unless this token has had its answer. The parameters name the operation by their type. */
    @SuppressWarnings("unchecked") // equal parameters are of one operation, whose answers are of one type
    <T> T once(ClientToken token, Object parameters, Instant now, Supplier<T> operation) {
        forgetBefore(now.minus(RETENTION));
        var before = entries.get(token);
        if (before == null) {
            var answer = operation.get();
            entries.put(token, new Entry(parameters, answer, now));
            return answer;
        }
        if (!before.parameters().equals(parameters)) {
            throw new Objection(
                    ApiError.TOKEN_MISMATCH,
                    token.text(),
                    "token %s stood for %s before, not for %s"
                            .formatted(token.text(), before.parameters(), parameters));
        }
        return (T) before.answer();
    }

    private void forgetBefore(Instant oldest) {
        while (!entries.isEmpty() && entries.firstEntry().getValue().at().isBefore(oldest)) {
            entries.pollFirstEntry();
        }
    }
}
