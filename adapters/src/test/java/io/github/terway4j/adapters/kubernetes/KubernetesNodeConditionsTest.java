package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.github.terway4j.ports.NodeConditionsContract;
import io.github.terway4j.ports.out.NodeConditions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KubernetesNodeConditionsTest implements NodeConditionsContract {
    private final MockCluster cluster = new MockCluster();
    private final PatientTasks tasks = new PatientTasks();
    private final Outbox outbox = new Outbox();
    private final NodeConditions conditions = new KubernetesNodeConditions(cluster.server, "node-a", outbox, tasks);

    @BeforeEach
    void join() {
        cluster.join(new NodeBuilder()
                .withNewMetadata()
                .withName("node-a")
                .endMetadata()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build());
    }

    @AfterEach
    void end() {
        outbox.close();
        cluster.close();
    }

    @Override
    public NodeConditions conditions() {
        return conditions;
    }

    @Override
    public Optional<String> shown() {
        outbox.awaitEmpty();
        return condition("SufficientIP")
                .map(condition -> "%s is %s (%s): %s"
                        .formatted(
                                condition.getType(),
                                condition.getStatus(),
                                condition.getReason(),
                                condition.getMessage()));
    }

    @Test
    void since_when_it_is_so_stays_with_other_words_and_changes_with_the_matter() {
        conditions.say(DRY);
        shown();
        tasks.pass(Duration.ofMinutes(1));
        conditions.say(DRIER);
        shown();
        assertEquals(
                "2026-01-01T00:00:00Z", condition("SufficientIP").orElseThrow().getLastTransitionTime());
        assertEquals(
                "2026-01-01T00:01:00Z", condition("SufficientIP").orElseThrow().getLastHeartbeatTime());
        tasks.pass(Duration.ofMinutes(1));
        conditions.say(io.github.terway4j.ports.out.NodeCondition.sufficientIp());
        shown();
        assertEquals(
                "2026-01-01T00:02:00Z", condition("SufficientIP").orElseThrow().getLastTransitionTime());
    }

    @Test
    void what_others_say_of_the_node_stays_and_our_own_name_stands_on_what_we_say() {
        conditions.say(DRY);
        shown();
        assertEquals("True", condition("Ready").orElseThrow().getStatus());
        var patch = cluster.api.requests().getLast();
        assertEquals("/api/v1/nodes/node-a/status?fieldManager=terway-daemon&force=true", patch.path());
        assertTrue(!patch.body().contains("Ready"), patch.body());
    }

    @Test
    void what_could_not_be_said_is_said_later_unless_something_else_is_so_by_then() {
        cluster.api.answer(503);
        conditions.say(DRY);
        conditions.say(DRIER);
        outbox.awaitEmpty();
        assertEquals(Optional.empty(), shown());
        cluster.api.answer(0);
        while (shown().isEmpty()) {
            tasks.pass(Duration.ofSeconds(10));
        }
        assertEquals(Optional.of(DRIER.words()), shown());
    }

    @Test
    void notes_on_the_node_stand_beside_those_of_others() {
        cluster.admin()
                .nodes()
                .withName("node-a")
                .edit(node -> new NodeBuilder(node)
                        .editMetadata()
                        .addToAnnotations("example.com/theirs", "1")
                        .endMetadata()
                        .build());
        new KubernetesNodeNotes(cluster.server, "node-a", outbox, tasks)
                .write(new TreeMap<>(Map.of("k8s.aliyun.com/max-available-ip", "30")));
        outbox.awaitEmpty();
        assertEquals(
                Map.of("example.com/theirs", "1", "k8s.aliyun.com/max-available-ip", "30"),
                node().getMetadata().getAnnotations());
    }

    private Optional<NodeCondition> condition(String type) {
        return node().getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }

    private Node node() {
        return cluster.admin().nodes().withName("node-a").get();
    }
}
