package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.throttle.Caller;
import io.github.terway4j.simulator.throttle.Throttle;

/** Turns calls away that come too often. It stands within, since only those count of whom it is known who they are. */
public final class ThrottleGate implements Gate {
    private final String region;
    private final Throttle throttle;

    /** @param region the id of the one to which all calls go that come by here */
    public ThrottleGate(String region, Throttle throttle) {
        this.region = region;
        this.throttle = throttle;
    }

    @Override
    public Reply pass(ApiCall call, Way onward) {
        var caller = new Caller(call.caller().account(), region, call.caller().name());
        return throttle.turnedAway(caller, call.api().action())
                .map(QuirkGate::refused)
                .orElseGet(() -> onward.go(call));
    }
}
