package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RequestPaceTest {
    private static final PodRef WEB = new PodRef("default", "web");

    private final MockCluster cluster = new MockCluster();
    private final KubernetesPodDirectory pods = new KubernetesPodDirectory(cluster.server, "node-a");
    private final Stopped tasks = new Stopped();

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void until_somebody_says_how_many_nobody_waits() {
        cluster.server.limit(0, 3, tasks);
        ask(20);
        assertEquals(List.of(), tasks.slept);
    }

    @Test
    void some_go_at_once_and_the_others_one_after_another() {
        cluster.server.limit(2, 3, tasks);
        ask(5);
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofMillis(500)), tasks.slept);
    }

    @Test
    void a_quiet_while_gives_no_more_at_once_than_was_said() {
        cluster.server.limit(2, 3, tasks);
        ask(3);
        tasks.now = tasks.now.plusSeconds(60);
        ask(4);
        assertEquals(List.of(Duration.ofMillis(500)), tasks.slept);
    }

    @Test
    void where_nothing_is_said_of_a_burst_it_is_what_a_second_has() {
        cluster.server.limit(4, 0, tasks);
        ask(5);
        assertEquals(List.of(Duration.ofMillis(250)), tasks.slept);
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            pods.find(WEB);
        }
    }

    /** A clock that stands still but while somebody sleeps. */
    private static final class Stopped implements Tasks {
        private final List<Duration> slept = new ArrayList<>();
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void sleep(Duration length) {
            slept.add(length);
            now = now.plus(length);
        }

        @Override
        public void start(String name, Runnable work) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Signal signal(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
