package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.throttle.Throttle;

/** Turns calls away that come too often. It stands within, since only those count of whom it is known who they are. */
public final class ThrottleGate implements Gate {
    private final Throttle throttle;

    public ThrottleGate(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public Reply pass(ApiCall call, Way onward) {
        return throttle.turnedAway(call.api().action()).map(QuirkGate::refused).orElseGet(() -> onward.go(call));
    }
}
