package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.simulator.quirk.CallFate;
import io.github.terway4j.simulator.quirk.Quirks;
import io.github.terway4j.simulator.throttle.Caller;
import io.github.terway4j.simulator.throttle.Throttle;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A caller's way to the cloud, where quirks may befall what it asks; what then takes longer, its own passage takes. */
final class QuirkyWay {
    /** Chosen: a client that hears nothing for so long gives up. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Nobody signs here, so all who come this way are one. */
    private static final Caller CALLER = new Caller("account", "region", "agent");

    private record Befallen<T>(CloudOutcome<T> outcome, Duration after) {}

    private final SimulatedCloud cloud;
    private final Quirks quirks;
    private final Throttle throttle;
    private final Passage passage;

    QuirkyWay(SimulatedCloud cloud, Passage passage) {
        this.cloud = cloud;
        this.quirks = cloud.quirks();
        this.throttle = cloud.throttle();
        this.passage = passage;
    }

    /** @param action the API's name of what is asked */
    <T> CloudOutcome<T> call(String action, String words, Supplier<CloudOutcome<T>> atTheCloud) {
        var after = new AtomicReference<>(Duration.ZERO);
        var outcome = passage.through(words, () -> {
            var befallen = befall(
                    action,
                    quirks.fateOf(action),
                    () -> throttle.turnedAway(CALLER, action)
                            .map(why -> Translation.<T>refused(action, why))
                            .orElseGet(atTheCloud));
            after.set(befallen.after());
            return befallen.outcome();
        });
        if (!after.get().isZero()) {
            passage.linger(after.get());
        }
        return outcome;
    }

    private <T> Befallen<T> befall(String action, CallFate fate, Supplier<CloudOutcome<T>> atTheCloud) {
        return switch (fate) {
            case CallFate.Arrives() -> new Befallen<>(atTheCloud.get(), Duration.ZERO);
            case CallFate.LostOnTheWay() -> unanswered();
            case CallFate.ArrivesLate(var by) -> {
                cloud.later(PATIENCE.plus(by), () -> {
                    var _ = atTheCloud.get();
                });
                yield unanswered();
            }
            case CallFate.AnswerLost() -> {
                var _ = atTheCloud.get();
                yield unanswered();
            }
            case CallFate.AnswerLate(var by) -> {
                var outcome = atTheCloud.get();
                yield by.compareTo(PATIENCE) < 0 ? new Befallen<>(outcome, by) : unanswered();
            }
            case CallFate.Unreachable() ->
                new Befallen<>(new CloudOutcome.Unknown<>("connection refused"), Duration.ZERO);
            case CallFate.Refused(var why) -> new Befallen<>(Translation.refused(action, why), Duration.ZERO);
            case CallFate.DoneAndDenied(var why) -> {
                var _ = atTheCloud.get();
                yield new Befallen<>(Translation.refused(action, why), Duration.ZERO);
            }
        };
    }

    private static <T> Befallen<T> unanswered() {
        return new Befallen<>(new CloudOutcome.Unknown<>("no answer within " + PATIENCE), PATIENCE);
    }
}
