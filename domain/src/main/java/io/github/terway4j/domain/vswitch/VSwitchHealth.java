package io.github.terway4j.domain.vswitch;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Backoff;
import io.github.terway4j.domain.fault.Breakers;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.fault.Passage;
import java.time.Duration;
import java.time.Instant;

/**
 * Which vSwitches refused lately for want of addresses. One that did is left alone for a while, then asked once; it is
 * healthy again when it gives an address, or when one came back to it. A value: what happens makes another one.
 */
public record VSwitchHealth(Breakers<VSwitchId> addresses) {
    /** None has refused yet; one that does is left alone for {@code rest}. */
    public static VSwitchHealth good(Duration rest) {
        return new VSwitchHealth(Breakers.closed(new Backoff(rest, 1, rest)));
    }

    public VSwitchHealth exhausted(VSwitchId vSwitch, Instant now) {
        return new VSwitchHealth(addresses.refused(vSwitch, new Fault.Capacity(vSwitch + " has no free address"), now));
    }

    /** It gave an address. */
    public VSwitchHealth served(VSwitchId vSwitch) {
        return new VSwitchHealth(addresses.served(vSwitch));
    }

    /** An address came back there: it may be asked again at once. */
    public VSwitchHealth addressFreed(VSwitchId vSwitch) {
        return served(vSwitch);
    }

    public Passage passage(VSwitchId vSwitch, Instant now) {
        return addresses.passage(vSwitch, now);
    }
}
