package io.github.terway4j.domain.vswitch;

import io.github.terway4j.domain.eni.VSwitchId;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** Remembers which vSwitches refused for want of addresses, and leaves them alone until they have had time to recover. */
public final class VSwitchHealth {
    private final Duration rest;
    private final TreeMap<VSwitchId, Instant> exhausted = new TreeMap<>();

    public VSwitchHealth(Duration rest) {
        this.rest = rest;
    }

    public void exhausted(VSwitchId vSwitch, Instant now) {
        exhausted.put(vSwitch, now);
    }

    /** An address came back there: it may be asked again at once. */
    public void addressFreed(VSwitchId vSwitch) {
        exhausted.remove(vSwitch);
    }

    public boolean usable(VSwitchId vSwitch, Instant now) {
        var since = exhausted.get(vSwitch);
        return since == null || !now.isBefore(since.plus(rest));
    }
}
