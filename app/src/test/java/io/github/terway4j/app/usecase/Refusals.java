package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Duration;

/** Ways in which a cloud says no. */
final class Refusals {
    private Refusals() {}

    static <T> CloudOutcome<T> throttled() {
        return new CloudOutcome.Throttled<>(Duration.ofSeconds(17));
    }

    static <T> CloudOutcome<T> limitReached() {
        return new CloudOutcome.LimitReached<>("the quota of ENIs is used up");
    }

    static <T> CloudOutcome<T> denied() {
        return new CloudOutcome.Denied<>("the role may not do this");
    }

    static StubbornCloud.Refusal exhausted(VSwitchId vSwitch) {
        return new StubbornCloud.Refusal() {
            @Override
            public <T> CloudOutcome<T> outcome() {
                return new CloudOutcome.VSwitchExhausted<>(vSwitch);
            }
        };
    }

    static <T> CloudOutcome<T> unknown() {
        return new CloudOutcome.Unknown<>("connection reset");
    }
}
