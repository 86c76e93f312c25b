package io.github.terway4j.simulator.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.NodeConditionsContract;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedNodeConditionsTest implements NodeConditionsContract {
    private final SimulatedCluster cluster = new SimulatedCluster(1);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final NodeConditions conditions = new SimulatedNodeConditions(cluster, "node-1", () -> now);

    @Override
    public NodeConditions conditions() {
        return conditions;
    }

    @Override
    public Optional<String> shown() {
        return inFull().map(shown -> shown.condition().words());
    }

    private Optional<ShownCondition> inFull() {
        return cluster.condition("node-1", NodeCondition.Kind.SUFFICIENT_IP);
    }

    @Test
    void since_when_it_is_so_changes_with_what_holds_and_not_with_the_words() {
        var first = now;
        conditions.say(DRY);
        now = now.plus(Duration.ofMinutes(5));
        conditions.say(DRIER);
        assertEquals(first, inFull().orElseThrow().since());
        assertEquals(now, inFull().orElseThrow().heartbeat());
        now = now.plus(Duration.ofMinutes(5));
        conditions.say(NodeCondition.sufficientIp());
        assertEquals(now, inFull().orElseThrow().since());
    }

    @Test
    void another_node_says_its_own() {
        conditions.say(DRY);
        assertEquals(Optional.empty(), cluster.condition("node-2", NodeCondition.Kind.SUFFICIENT_IP));
    }
}
