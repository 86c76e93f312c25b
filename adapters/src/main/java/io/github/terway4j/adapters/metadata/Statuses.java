package io.github.terway4j.adapters.metadata;

import io.github.terway4j.adapters.metadata.Exchange.Answered;
import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Duration;

/** Statuses of HTTP, in the words of our ports. */
final class Statuses {
    /** Where the service does not say how long: Terway waits half a second, and its callers are more patient. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    /** Nobody shall send us to sleep. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Statuses() {}

    static CloudOutcome<String> outcome(String path, Answered answered) {
        return switch (answered.status()) {
            case 200 -> new CloudOutcome.Done<>(answered.body());
            case 404 -> new CloudOutcome.NotFound<>("metadata has no " + path);
            case 403 -> new CloudOutcome.Denied<>("the metadata service forbids " + path);
            case 429 -> new CloudOutcome.Throttled<>(retryAfter(answered));
            default ->
                new CloudOutcome.Unknown<>(
                        "the metadata service answers %s with status %d".formatted(path, answered.status()));
        };
    }

    /** Whole seconds; the header's other form, a date, is not worth a clock. */
    private static Duration retryAfter(Answered answered) {
        return answered.retryAfter()
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(asked -> asked.compareTo(LONGEST) < 0 ? asked : LONGEST)
                .orElse(A_MOMENT);
    }
}
