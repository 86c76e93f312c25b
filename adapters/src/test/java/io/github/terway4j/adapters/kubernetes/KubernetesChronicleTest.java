package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Event;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KubernetesChronicleTest {
    private static final PodRef WEB = new PodRef("default", "web");

    private final MockCluster cluster = new MockCluster();
    private final PatientTasks tasks = new PatientTasks();
    private final Outbox outbox = new Outbox();
    private final Chronicle chronicle = new KubernetesChronicle(
            cluster.server, "node-a", new KubernetesPodDirectory(cluster.server, "node-a"), outbox, tasks);

    @AfterEach
    void end() {
        outbox.close();
        cluster.close();
    }

    @Test
    void an_event_of_a_pod_is_found_by_whoever_describes_the_pod() {
        var uid = cluster.run("node-a", WEB).getMetadata().getUid();
        chronicle.pod(WEB, EventReason.ALLOC_IP_SUCCEED, "Alloc IP 10.0.0.5 took 3ms");
        var event = events("default").getFirst();
        assertEquals(
                List.of("Pod", "default", "web", uid),
                List.of(
                        event.getInvolvedObject().getKind(),
                        event.getInvolvedObject().getNamespace(),
                        event.getInvolvedObject().getName(),
                        event.getInvolvedObject().getUid()));
        assertEquals(
                List.of("Normal", "AllocIPSucceed", "Alloc IP 10.0.0.5 took 3ms", "terway-daemon", "node-a"),
                List.of(
                        event.getType(),
                        event.getReason(),
                        event.getMessage(),
                        event.getSource().getComponent(),
                        event.getSource().getHost()));
    }

    @Test
    void an_event_of_the_node_is_where_the_kubelet_puts_its_own() {
        chronicle.node(EventReason.CONFIG_ERROR, "max_pool_size is \"many\"");
        var event = events("default").getFirst();
        assertEquals("Warning", event.getType());
        assertEquals("ConfigError", event.getReason());
        assertEquals("Node", event.getInvolvedObject().getKind());
        assertEquals("node-a", event.getInvolvedObject().getUid());
    }

    @Test
    void what_is_told_again_is_counted() {
        for (int time = 0; time < 3; time++) {
            chronicle.node(EventReason.CONFIG_CHECK, "the same");
            tasks.pass(Duration.ofSeconds(30));
        }
        assertEquals(1, events("default").size());
        assertEquals(3, events("default").getFirst().getCount());
        assertEquals("2026-01-01T00:01:00Z", events("default").getFirst().getLastTimestamp());
    }

    @Test
    void what_the_cluster_has_forgotten_is_told_anew() {
        chronicle.node(EventReason.CONFIG_CHECK, "the same");
        events("default");
        cluster.admin().v1().events().inNamespace("default").delete();
        tasks.pass(Duration.ofSeconds(30));
        chronicle.node(EventReason.CONFIG_CHECK, "the same");
        assertEquals(1, events("default").getFirst().getCount());
    }

    @Test
    void nobody_fills_the_cluster_with_events_of_one_pod() {
        cluster.run("node-a", WEB);
        for (int time = 0; time < 40; time++) {
            chronicle.pod(WEB, EventReason.ALLOC_IP_FAILED, "attempt " + time);
        }
        chronicle.node(EventReason.CONFIG_CHECK, "another object");
        assertEquals(26, events("default").size());
        tasks.pass(Duration.ofMinutes(5));
        chronicle.pod(WEB, EventReason.ALLOC_IP_FAILED, "later");
        assertEquals(27, events("default").size());
    }

    @Test
    void a_message_longer_than_the_server_takes_is_shortened() {
        chronicle.node(EventReason.CONFIG_CHECK, "x".repeat(3000));
        assertEquals(1024, events("default").getFirst().getMessage().length());
    }

    @Test
    void while_the_server_is_away_nobody_waits_and_nothing_fails() {
        cluster.api.answer(503);
        chronicle.node(EventReason.CONFIG_CHECK, "nobody hears this");
        outbox.awaitEmpty();
        cluster.api.answer(0);
        chronicle.node(EventReason.CONFIG_CHECK, "this");
        assertEquals(
                List.of("this"),
                events("default").stream().map(Event::getMessage).toList());
    }

    @Test
    void a_pod_s_addresses_are_written_on_it_with_a_comma_between() {
        cluster.run("node-a", WEB);
        new KubernetesPodNotes(cluster.server, outbox)
                .addresses(WEB, DualStack.both(Ip.parse("10.0.0.5"), Ip.parse("fd00::5")));
        outbox.awaitEmpty();
        assertEquals(
                "10.0.0.5,fd00::5",
                cluster.admin()
                        .pods()
                        .inNamespace("default")
                        .withName("web")
                        .get()
                        .getMetadata()
                        .getAnnotations()
                        .get("k8s.aliyun.com/pod-ips"));
        assertTrue(cluster.api.requests().stream()
                .noneMatch(request -> request.method().equals("GET")));
    }

    private List<Event> events(String namespace) {
        outbox.awaitEmpty();
        return cluster.admin().v1().events().inNamespace(namespace).list().getItems();
    }
}
