package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.PodDirectoryContract;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KubernetesPodDirectoryTest implements PodDirectoryContract {
    private final MockCluster cluster = new MockCluster();
    private final PodDirectory pods = new KubernetesPodDirectory(cluster.server, "node-a");

    @AfterEach
    void end() {
        cluster.close();
    }

    @Override
    public PodDirectory pods() {
        return pods;
    }

    @Override
    public PodFacts run(PodRef pod) {
        return PodReading.facts(cluster.run("node-a", pod));
    }

    @Override
    public PodFacts runElsewhere(PodRef pod) {
        return PodReading.facts(cluster.run("node-b", pod));
    }

    @Override
    public void end(PodRef pod) {
        cluster.end(pod);
    }

    @Override
    public void cutOff() {
        cluster.wire.cut();
    }

    @Override
    public void reconnect() {
        cluster.wire.mend();
    }

    @Test
    void who_is_refused_does_not_say_that_there_are_no_pods() {
        run(WEB);
        for (var status : new int[] {401, 403, 410, 429, 500, 503}) {
            cluster.api.answer(status);
            var words =
                    assertInstanceOf(PodCensus.Unreadable.class, pods.census()).words();
            assertTrue(words.contains(String.valueOf(status)), words);
            assertInstanceOf(PodLookup.Unreadable.class, pods.find(WEB), () -> "status " + status);
        }
    }

    @Test
    void a_list_of_which_a_page_is_missing_is_no_list() {
        run(WEB);
        cluster.api.loseSecondPages();
        assertInstanceOf(PodCensus.Unreadable.class, pods.census());
    }

    @Test
    void the_list_says_how_far_a_pod_s_life_has_come() {
        cluster.run(
                "node-a",
                WEB,
                pod -> pod.editSpec()
                        .withHostNetwork(true)
                        .endSpec()
                        .withNewStatus()
                        .withPhase("Failed")
                        .endStatus());
        var listed =
                assertInstanceOf(PodCensus.Complete.class, pods.census()).pods().getFirst();
        assertEquals(PodPhase.FAILED, listed.phase());
        assertTrue(listed.hostNetwork());
        assertTrue(PodReading.listed(new PodBuilder(cluster.run("node-a", DB))
                        .editMetadata()
                        .withDeletionTimestamp("2026-01-01T00:00:00Z")
                        .endMetadata()
                        .build())
                .terminating());
    }
}
