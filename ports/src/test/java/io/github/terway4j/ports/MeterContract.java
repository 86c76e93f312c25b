package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Measurement.CallEnd;
import io.github.terway4j.ports.out.Measurement.End;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.NodeCondition;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Meter} promises. Each test has a meter of its own. */
public interface MeterContract {
    Duration A_WHILE = Duration.ofMillis(70);

    /** One of each case that adds up. */
    List<Measurement> SAMPLES = List.of(
            new Measurement.Attached(End.DONE, A_WHILE),
            new Measurement.Detached(End.OUTSIDE, A_WHILE),
            new Measurement.Called(CloudApi.ATTACH_NETWORK_INTERFACE, CallEnd.THROTTLED, A_WHILE),
            new Measurement.TookTurn(CloudApi.DESCRIBE_V_SWITCHES, true, Duration.ZERO),
            new Measurement.TookTurn(CloudApi.DESCRIBE_V_SWITCHES, false, A_WHILE),
            new Measurement.Signed(false),
            new Measurement.Disowned(),
            new Measurement.GivenUp(true, IpFamily.V6, 1),
            new Measurement.ReadMetadata("/latest/meta-data/zone-id", true, A_WHILE),
            new Measurement.Looked(true),
            new Measurement.Round(Measurement.Loop.POOL, A_WHILE),
            new Measurement.Stumbled("pool"),
            new Measurement.Swept(Measurement.Leak.ENI),
            new Measurement.KernelAsked(Measurement.KernelDeed.APPLY, true, A_WHILE));

    Meter meter();

    /** How often something like this was told; that it took another time makes it no other. */
    long heard(Measurement measurement);

    @Test
    default void what_never_happened_counts_nought() {
        meter();
        SAMPLES.forEach(sample -> assertEquals(0, heard(sample), sample::toString));
    }

    @Test
    default void each_time_counts_once_and_for_itself_alone() {
        var meter = meter();
        for (int told = 0; told < SAMPLES.size(); told++) {
            meter.measured(SAMPLES.get(told));
            for (int sample = 0; sample < SAMPLES.size(); sample++) {
                var other = SAMPLES.get(sample);
                assertEquals(sample <= told ? 1 : 0, heard(other), other::toString);
            }
        }
    }

    @Test
    default void another_end_is_counted_by_itself() {
        var meter = meter();
        meter.measured(new Measurement.Attached(End.CAPACITY, A_WHILE));
        assertEquals(0, heard(new Measurement.Attached(End.DONE, A_WHILE)));
        assertEquals(1, heard(new Measurement.Attached(End.CAPACITY, A_WHILE)));
    }

    @Test
    default void a_clock_that_was_set_back_harms_nothing() {
        var meter = meter();
        meter.measured(new Measurement.Attached(End.DONE, A_WHILE.negated()));
        assertEquals(1, heard(new Measurement.Attached(End.DONE, A_WHILE)));
    }

    @Test
    default void what_is_said_of_the_node_is_taken() {
        meter().measured(new Measurement.Told(NodeCondition.Kind.SUFFICIENT_IP, false));
    }

    @Test
    default void of_what_many_tell_at_once_nothing_is_lost() {
        var meter = meter();
        IntStream.range(0, 1000).parallel().forEach(_ -> SAMPLES.forEach(meter::measured));
        SAMPLES.forEach(sample -> assertEquals(1000, heard(sample), sample::toString));
    }
}
