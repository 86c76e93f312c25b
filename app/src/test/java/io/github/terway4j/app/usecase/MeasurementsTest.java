package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.Levels;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Measurement.CallEnd;
import io.github.terway4j.ports.out.Measurement.End;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.simulator.meter.SimulatedMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of to be counted is what has happened. */
final class MeasurementsTest {
    private static final CloudApi API = CloudApi.ATTACH_NETWORK_INTERFACE;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimulatedMeter meter = new SimulatedMeter();
    /** A second passes between two looks at it. */
    private final Iterator<Instant> instants =
            Stream.iterate(Instant.EPOCH, now -> now.plus(SECOND)).iterator();

    @Test
    void an_attachment_is_told_with_its_end_and_how_long_it_took() {
        try (var bench = new Bench(1, 3, 2, 2).passes(3)) {
            var pod = bench.pod("web");
            var attaching = new MeasuredAttaching(bench.agent.attachPod(), meter, instants::next);
            var request = bench.request(pod);
            assertInstanceOf(AttachOutcome.Attached.class, bench.ask("ADD", () -> attaching.attach(request)));
            var detaching = new MeasuredDetaching(bench.agent.detachPod(), meter, instants::next);
            bench.ask("DEL", () -> detaching.detach(pod.attachment()));
            assertEquals(
                    List.of(new Measurement.Attached(End.DONE, SECOND), new Measurement.Detached(End.DONE, SECOND)),
                    meter.told());
        }
    }

    @Test
    void an_attachment_that_failed_is_told_by_whom_it_concerns() {
        var attaching = new MeasuredAttaching(
                _ -> new AttachOutcome.NotAttached(new Fault.Capacity("none left")), meter, instants::next);
        try (var bench = new Bench(1, 3, 0, 0)) {
            attaching.attach(bench.request(bench.pod("web")));
        }
        assertEquals(List.of(new Measurement.Attached(End.CAPACITY, SECOND)), meter.told());
    }

    @Test
    void each_call_to_the_cloud_and_each_wait_for_a_turn_is_told() {
        var pace = new MeasuredPace(new NoLimit(), meter, instants::next);
        pace.inTurn(API, Urgency.WARM_UP, () -> new CloudOutcome.Conflict<>("not now"));
        assertEquals(
                List.of(
                        new Measurement.TookTurn(API, false, SECOND),
                        new Measurement.Called(API, CallEnd.CONFLICT, SECOND)),
                meter.told());
    }

    @Test
    void a_throttled_call_that_a_pod_waits_for_is_told_each_time_that_it_is_made() {
        var pace = new MeasuredPace(new NoLimit(), meter, instants::next);
        pace.inTurn(API, Urgency.WAITING_POD, () -> new CloudOutcome.Throttled<>(SECOND));
        var calls = meter.told().stream()
                .filter(new Measurement.Called(API, CallEnd.THROTTLED, SECOND)::equals)
                .count();
        assertEquals(1 + PaceCalls.MORE_TURNS, calls);
    }

    @Test
    void credentials_are_told_to_be_had_or_not_and_never_shown() {
        var source = new MeasuredCredentials(
                () -> new CloudOutcome.Done<>(new Credentials.AccessKey("LTAI-planted", "planted-secret")), meter);
        source.current();
        source.refused(new Credentials.AccessKey("LTAI-planted", "planted-secret"));
        CredentialSource none = () -> new CloudOutcome.Denied<>("nobody has given us any");
        new MeasuredCredentials(none, meter).current();
        assertEquals(
                List.of(new Measurement.Signed(true), new Measurement.Disowned(), new Measurement.Signed(false)),
                meter.told());
        assertFalse(meter.told().toString().contains("planted"));
    }

    @Test
    void what_is_said_of_the_node_is_counted_and_said_all_the_same() {
        var said = new ArrayList<NodeCondition>();
        new MeasuredConditions(said::add, meter).say(NodeCondition.sufficientIp());
        assertEquals(List.of(NodeCondition.sufficientIp()), said);
        assertEquals(List.of(new Measurement.Told(NodeCondition.Kind.SUFFICIENT_IP, true)), meter.told());
    }

    @Test
    void what_is_asked_of_the_kernel_is_told() {
        try (var bench = new Bench(1, 3, 0, 0)) {
            var kernel = new MeasuredKernel(bench.machine.kernel(), meter, instants::next);
            kernel.observe(bench.host, List.of());
            kernel.apply(List.of());
        }
        assertEquals(
                List.of(
                        new Measurement.KernelAsked(Measurement.KernelDeed.OBSERVE, true, SECOND),
                        new Measurement.KernelAsked(Measurement.KernelDeed.APPLY, true, SECOND)),
                meter.told());
    }

    @Test
    void the_pool_tells_of_its_rounds_and_of_each_look() {
        try (var bench = new Bench(1, 3, 1, 1).passes(1)) {
            var told = bench.meter.told();
            assertTrue(told.contains(new Measurement.Looked(true)), told::toString);
            assertEquals(Measurement.Loop.POOL, rounds(told).getFirst().loop());
            assertTrue(rounds(told).getFirst().took().isPositive());
        }
    }

    @Test
    void a_round_that_a_mistake_ends_is_told_all_the_same() {
        var rounds = new RoundMeter(Measurement.Loop.POOL, meter, instants::next);
        try {
            rounds.measured(() -> {
                throw new IllegalStateException("planted");
            });
        } catch (IllegalStateException planted) {
            assertEquals(List.of(new Measurement.Round(Measurement.Loop.POOL, SECOND)), meter.told());
        }
    }

    @Test
    void levels_show_what_is_in_stock_and_who_has_it() {
        try (var bench = new Bench(1, 5, 3, 3).passes(3)) {
            bench.attached("web");
            var levels = bench.ask("levels", bench.agent.reportLevels()::levels);
            assertEquals(1, count(levels, Standing.HELD));
            assertEquals(2, count(levels, Standing.READY));
            assertEquals(1, levels.leases());
            assertEquals(1, levels.enis().size());
            assertEquals(new Levels.Most(EniWish.ANY, 1, 5), levels.most().getFirst());
            assertEquals(new Levels.Waiting(EniWish.ANY, 0), levels.waiting().getFirst());
        }
    }

    private static int count(Levels levels, Standing standing) {
        return levels.addresses().stream()
                .filter(some ->
                        some.pool() == EniWish.ANY && some.family() == IpFamily.V4 && some.standing() == standing)
                .mapToInt(Levels.Addresses::count)
                .sum();
    }

    private static List<Measurement.Round> rounds(List<Measurement> told) {
        return told.stream()
                .filter(Measurement.Round.class::isInstance)
                .map(Measurement.Round.class::cast)
                .toList();
    }

    private static final class NoLimit implements PaceCalls {
        @Override
        public Optional<Duration> turn(CloudApi api, Urgency urgency) {
            return Optional.empty();
        }

        @Override
        public Duration throttled(CloudApi api) {
            return SECOND;
        }

        @Override
        public Duration throttledAltogether() {
            return SECOND;
        }

        @Override
        public void taken(CloudApi api) {}
    }
}
