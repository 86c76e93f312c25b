package io.github.terway4j.ports;

import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks a cloud the way one should that throttles, loses answers and shows old pictures: asks again, under the same token,
 * after letting time pass; looks later before believing; begins anew what came to nothing. All of it ends one day.
 *
 * <p>Of a calm cloud it asks everything once, and believes its first look.
 */
final class SaneCaller {
    private static final Duration STEP = Duration.ofSeconds(2);
    /** Long beyond the delays that the cloud is known for. */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    private static final int STEPS_OF_A_CALM_CLOUD = 30;
    private static final int STEPS = 100;

    private final Patience bench;

    SaneCaller(Patience bench) {
        this.bench = bench;
    }

    /** What a call gives in the end: whatever else it says may pass. */
    <T> T done(Supplier<CloudOutcome<T>> call) {
        for (int step = 0; ; step++) {
            var outcome = call.get();
            if (outcome instanceof CloudOutcome.Done<T>(T value)) {
                return value;
            }
            failAfter(step, outcome.words());
        }
    }

    /** What a look shows once everything has had time to show. */
    <T> T settled(Supplier<CloudOutcome<T>> look) {
        if (!bench.calm()) {
            bench.passTime(SETTLING);
        }
        return done(look);
    }

    /** The refusal that a call ends in: were it ever done instead, that would be a lie. */
    <T> CloudOutcome<T> refused(Class<?> kind, Supplier<CloudOutcome<T>> call) {
        for (int step = 0; ; step++) {
            var outcome = call.get();
            if (kind.isInstance(outcome)) {
                return outcome;
            }
            if (outcome instanceof CloudOutcome.Done) {
                throw new AssertionError("must be refused as %s, and is %s".formatted(kind, outcome.words()));
            }
            failAfter(step, "must be refused as %s, and is: %s".formatted(kind, outcome.words()));
        }
    }

    /** Begins something that goes on for a while; a calm cloud says that it has begun. */
    <T> void asked(Supplier<CloudOutcome<T>> call) {
        var outcome = call.get();
        if (bench.calm() && !(outcome instanceof CloudOutcome.Done)) {
            throw new AssertionError(outcome.words());
        }
    }

    /** Looks until it is so; a cloud that is not calm is asked again meanwhile. */
    <T> void reached(String words, Supplier<CloudOutcome<T>> call, Supplier<Boolean> so) {
        for (int step = 0; !so.get(); step++) {
            if (step == (bench.calm() ? STEPS_OF_A_CALM_CLOUD : STEPS)) {
                throw new AssertionError("not in time: " + words);
            }
            bench.passTime(STEP);
            if (!bench.calm()) {
                var _ = call.get();
            }
        }
    }

    private void failAfter(int step, String words) {
        if (bench.calm() || step == STEPS) {
            throw new AssertionError(words);
        }
        bench.passTime(STEP);
    }
}
