package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.ports.in.AttachOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the levels of degradation promise in docs/configuration.md, on a running node. */
class DegradedNodeTest {
    private static final String MARKS = "\"min_pool_size\": 6, \"max_pool_size\": 8";
    private static final Set<String> GIVING_BACK = Set.of("unassign", "unassignPrefixes", "detach", "delete");

    @Test
    void at_l0_an_hour_of_pods_that_come_and_go_makes_no_call_at_all() {
        try (var node = ConfiguredNode.of("{%s}".formatted(MARKS))) {
            node.agent().degradation().turn(Degradation.L0);
            node.calls.forget();
            for (int quarter = 0; quarter < 4; quarter++) {
                node.pods(0, 6);
                node.minutes(7);
                node.end(0, 6);
                node.minutes(8);
            }
            assertEquals(List.of(), node.calls.operations());
        }
    }

    @Test
    void at_l0_a_pod_too_many_waits_for_what_another_gives_back_and_is_told_why() {
        try (var node = ConfiguredNode.of("{%s}".formatted(MARKS))) {
            node.agent().degradation().turn(Degradation.L0);
            node.calls.forget();
            node.pods(0, 6);
            var refused = assertInstanceOf(AttachOutcome.NotAttached.class, node.add("late"));
            assertTrue(refused.toString().contains("degradation is l0"), refused::toString);
            node.end("pod-0");
            node.pod("later");
            assertEquals(List.of(), node.calls.operations());
        }
    }

    @Test
    void at_l0_no_pod_gets_what_has_been_given_back_since_the_last_look() {
        try (var node = ConfiguredNode.of("{\"min_pool_size\": 3, \"max_pool_size\": 3}")) {
            node.pods(0, 5);
            node.minutes(3);
            node.end(0, 5);
            await(node, "unassign");
            node.agent().degradation().turn(Degradation.L0);
            node.minutes(2);
            node.calls.forget();
            node.pods(10, 13);
            assertInstanceOf(AttachOutcome.NotAttached.class, node.add("late"));
            assertEquals(List.of(), node.calls.operations());
            assertEquals(3, node.addresses());
        }
    }

    @Test
    void at_l0_pods_get_what_was_fetched_since_the_last_look() {
        try (var node = ConfiguredNode.of("{\"min_pool_size\": 3, \"max_pool_size\": 6}")) {
            node.pods(0, 2);
            await(node, "assign");
            node.agent().degradation().turn(Degradation.L0);
            node.minutes(2);
            node.calls.forget();
            node.pods(2, node.addresses());
            assertEquals(List.of(), node.calls.operations());
        }
    }

    /** Until such a call was made and answered, and nobody has looked since. */
    private static void await(ConfiguredNode node, String operation) {
        node.calls.forget();
        while (node.calls.count(operation) == 0) {
            node.run(Duration.ofMillis(50));
        }
        node.run(Duration.ofMillis(400));
        assertEquals(operation, node.calls.operations().getLast());
    }

    @Test
    void an_agent_that_starts_at_l0_looks_once_and_changes_nothing() {
        try (var node = ConfiguredNode.of("{\"degradation\": \"l0\", %s}".formatted(MARKS))) {
            assertEquals(1, node.calls.count("enisOf"));
            assertTrue(node.calls.count("vSwitches") <= 1);
            assertEquals(Set.of("enisOf", "vSwitches"), new TreeSet<>(node.calls.operations()));
            node.calls.forget();
            node.minutes(60);
            assertEquals(List.of(), node.calls.operations());
        }
    }

    @Test
    void at_l1_a_quiet_hour_makes_no_call_and_nothing_goes_back() {
        try (var node = ConfiguredNode.of("{%s}".formatted(MARKS))) {
            node.pods(0, 12);
            node.minutes(5);
            node.agent().degradation().turn(Degradation.L1);
            node.calls.forget();
            var held = node.addresses();
            node.end(0, 12);
            node.minutes(60);
            assertEquals(held, node.addresses());
            assertEquals(List.of(), node.calls.operations());
        }
    }

    @Test
    void at_l1_a_pod_too_many_brings_more_and_looks_only_until_that_has_come() {
        try (var node = ConfiguredNode.of("{%s}".formatted(MARKS))) {
            node.agent().degradation().turn(Degradation.L1);
            node.calls.forget();
            node.pods(0, 30);
            node.minutes(5);
            assertTrue(node.addresses() >= 36, () -> "addresses: " + node.addresses());
            assertTrue(node.calls.operations().stream().noneMatch(GIVING_BACK::contains));
            node.calls.forget();
            node.minutes(60);
            assertEquals(List.of(), node.calls.operations());
        }
    }

    @Test
    void when_it_is_lifted_the_pool_goes_back_between_its_marks() {
        try (var node = ConfiguredNode.of("{%s}".formatted(MARKS))) {
            node.pods(0, 12);
            node.agent().degradation().turn(Degradation.L1);
            node.end(0, 12);
            node.minutes(10);
            node.agent().degradation().turn(Degradation.NONE);
            node.run(Duration.ofMinutes(5));
            assertTrue(node.addresses() <= 8, () -> "addresses: " + node.addresses());
        }
    }
}
