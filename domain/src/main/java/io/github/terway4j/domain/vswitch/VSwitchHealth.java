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
 *
 * @param blocks the same for whole blocks of addresses: a vSwitch that has none left may well have single addresses
 */
public record VSwitchHealth(Breakers<VSwitchId> addresses, Breakers<VSwitchId> blocks) {
    /** None has refused yet; one that does is left alone for {@code rest}, or asked for no block for {@code blockRest}. */
    public static VSwitchHealth good(Duration rest, Duration blockRest) {
        return new VSwitchHealth(
                Breakers.closed(new Backoff(rest, 1, rest)), Breakers.closed(new Backoff(blockRest, 1, blockRest)));
    }

    public VSwitchHealth exhausted(VSwitchId vSwitch, Instant now) {
        var why = new Fault.Capacity(vSwitch + " has no free address");
        return new VSwitchHealth(addresses.refused(vSwitch, why, now), blocks);
    }

    public VSwitchHealth outOfBlocks(VSwitchId vSwitch, Instant now) {
        var why = new Fault.Capacity(vSwitch + " has no free block of addresses");
        return new VSwitchHealth(addresses, blocks.refused(vSwitch, why, now));
    }

    /** It gave an address, or got one back. */
    public VSwitchHealth hasAddresses(VSwitchId vSwitch) {
        return new VSwitchHealth(addresses.served(vSwitch), blocks);
    }

    /** It gave a block, or got one back, and so has addresses, too. */
    public VSwitchHealth hasBlocks(VSwitchId vSwitch) {
        return new VSwitchHealth(addresses.served(vSwitch), blocks.served(vSwitch));
    }

    public Passage passage(VSwitchId vSwitch, Instant now) {
        return addresses.passage(vSwitch, now);
    }

    /** Whether it may be asked for blocks. */
    public Passage blockPassage(VSwitchId vSwitch, Instant now) {
        return addresses.passage(vSwitch, now).and(blocks.passage(vSwitch, now));
    }
}
