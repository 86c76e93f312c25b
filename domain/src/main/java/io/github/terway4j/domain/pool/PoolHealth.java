package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Backoff;
import io.github.terway4j.domain.fault.Breaker;
import io.github.terway4j.domain.fault.Breakers;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.fault.Passage;
import io.github.terway4j.domain.vswitch.VSwitchHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What the cloud refused lately, so that it is not asked again and again. A value: what happens makes another one.
 *
 * @param enis with which something failed lately: meanwhile others may do
 */
public record PoolHealth(VSwitchHealth vSwitches, Breakers<CloudOperation> operations, Breakers<EniId> enis) {
    private static final Backoff REFUSAL = new Backoff(Duration.ofMinutes(1), 2, Duration.ofMinutes(10));

    /**
     * A vSwitch that ran dry is left alone for ten minutes, as in Terway, and asked for no block for two, as by AWS'
     * plugin; an operation rests for a minute at first, then longer.
     */
    public static final PoolHealth GOOD = new PoolHealth(
            VSwitchHealth.good(Duration.ofMinutes(10), Duration.ofMinutes(2)),
            Breakers.closed(REFUSAL),
            Breakers.closed(REFUSAL));

    public PoolHealth exhausted(VSwitchId vSwitch, Instant now) {
        return new PoolHealth(vSwitches.exhausted(vSwitch, now), operations, enis);
    }

    public PoolHealth outOfBlocks(VSwitchId vSwitch, Instant now) {
        return new PoolHealth(vSwitches.outOfBlocks(vSwitch, now), operations, enis);
    }

    /** It gave a block, or got one back. */
    public PoolHealth hasBlocks(VSwitchId vSwitch) {
        return new PoolHealth(vSwitches.hasBlocks(vSwitch), operations, enis);
    }

    /** It gave an address, or got one back. */
    public PoolHealth hasAddresses(VSwitchId vSwitch) {
        return new PoolHealth(vSwitches.hasAddresses(vSwitch), operations, enis);
    }

    public PoolHealth refused(CloudOperation operation, Fault why, Instant now) {
        return new PoolHealth(vSwitches, operations.refused(operation, why, now), enis);
    }

    /** It did not do it this time, for no reason that speaks against another try soon. */
    public PoolHealth failed(CloudOperation operation, Fault why, IntFunction<Duration> rest, Instant now) {
        return new PoolHealth(vSwitches, operations.refused(operation, why, rest, now), enis);
    }

    /** The same of what was asked for one ENI. */
    public PoolHealth failed(EniId eni, Fault why, IntFunction<Duration> rest, Instant now) {
        return new PoolHealth(vSwitches, operations, enis.refused(eni, why, rest, now));
    }

    public PoolHealth refused(EniId eni, Fault why, Instant now) {
        return new PoolHealth(vSwitches, operations, enis.refused(eni, why, now));
    }

    /** There are no other ENIs than these: what failed with others is forgotten. */
    public PoolHealth only(Collection<EniId> those) {
        return new PoolHealth(vSwitches, operations, enis.only(those));
    }

    public PoolHealth done(CloudOperation operation) {
        return new PoolHealth(vSwitches, operations.served(operation), enis);
    }

    public PoolHealth done(EniId eni) {
        return new PoolHealth(vSwitches, operations, enis.served(eni));
    }

    /** When the next of what is not asked at present may be asked again; empty when everything may. */
    public Optional<Instant> nextProbe(Instant now) {
        return Stream.of(
                        operations.nextProbe(now),
                        enis.nextProbe(now),
                        vSwitches.addresses().nextProbe(now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Whether something failed with it a moment ago. */
    public boolean shut(EniId eni, Instant now) {
        return enis.passage(eni, now) == Passage.SHUT;
    }

    /** Whether it refused a moment ago, so that to ask again is to be refused again. */
    public boolean shut(CloudOperation operation, Instant now) {
        return passage(operation, now) == Passage.SHUT;
    }

    /** The same of a vSwitch. */
    public boolean shut(VSwitchId vSwitch, Instant now) {
        return vSwitches.passage(vSwitch, now) == Passage.SHUT;
    }

    /** The same of its blocks. */
    public boolean shutForBlocks(VSwitchId vSwitch, Instant now) {
        return vSwitches.blockPassage(vSwitch, now) == Passage.SHUT;
    }

    Passage passage(CloudOperation operation, Instant now) {
        return operations.passage(operation, now);
    }

    Optional<Breaker.Open> opened(CloudOperation operation) {
        return operations.opened(operation);
    }
}
