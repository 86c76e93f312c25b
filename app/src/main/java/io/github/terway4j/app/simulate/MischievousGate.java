package io.github.terway4j.app.simulate;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.simulator.cloud.CloudGate;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.world.Spread;
import java.util.Optional;
import java.util.stream.Stream;

/** The cloud's own part in what goes wrong: throttled and refused calls, and things begun that come to nothing. */
final class MischievousGate implements CloudGate {
    private static final Spread RETRY_AFTER = Spread.ofMillis(200, 5_000);

    private final QuirksNow quirks;
    private final Mischief mischief;
    private final CallCount calls;
    private boolean changed = true;

    MischievousGate(QuirksNow quirks, Mischief mischief, CallCount calls) {
        this.quirks = quirks;
        this.mischief = mischief;
        this.calls = calls;
    }

    @Override
    public <T> Optional<CloudOutcome<T>> turnAway(String caller, String call) {
        calls.add(caller, call);
        if (mischief.strikes(FaultKind.THROTTLED)) {
            return Optional.of(new CloudOutcome.Throttled<>(RETRY_AFTER.draw(mischief.chance(FaultKind.THROTTLED))));
        }
        if (mischief.strikes(FaultKind.REFUSED)) {
            return Optional.of(refusal());
        }
        quirks.halfDone(begins(call) && mischief.strikes(FaultKind.HALF_DONE));
        return Optional.empty();
    }

    /** Whether it asks for what ends some seconds later. */
    private static boolean begins(String call) {
        return Stream.of("attach ", "detach ", "delete ").anyMatch(call::startsWith);
    }

    private <T> CloudOutcome<T> refusal() {
        var words = "refused by the simulation";
        return mischief.chance(FaultKind.REFUSED).nextBoolean()
                ? new CloudOutcome.Conflict<>(words)
                : new CloudOutcome.Unforeseen<>("Simulated.Refusal", "none", words);
    }

    @Override
    public void changed() {
        changed = true;
    }

    /** Whether anything may have changed since this was last asked. */
    boolean takeChanged() {
        var was = changed;
        changed = false;
        return was;
    }
}
