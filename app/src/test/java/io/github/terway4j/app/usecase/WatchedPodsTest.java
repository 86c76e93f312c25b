package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import io.github.terway4j.ports.out.PodNews;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WatchedPodsTest {
    private static final PodFacts WEB = new PodFacts(new PodRef("default", "web"), "uid-1", BandwidthLimit.NONE);
    private static final PodRef LATE = new PodRef("default", "late");

    private final World world = new World(1);
    private final SimulatedProcess agent = world.process("agent");
    private final Queue<PodNews> news = new ArrayDeque<>();
    private final List<PodRef> readDirectly = new ArrayList<>();
    private final WatchedPods pods = new WatchedPods(
            (_, patience) -> {
                if (news.isEmpty()) {
                    agent.tasks().sleep(patience);
                    return new PodNews.Unreadable("silence");
                }
                return news.remove();
            },
            new PodDirectory() {
                @Override
                public PodLookup find(PodRef pod) {
                    readDirectly.add(pod);
                    return new PodLookup.Absent();
                }

                @Override
                public PodCensus census() {
                    return new PodCensus.Complete(7, List.of());
                }
            },
            agent.tasks());

    private void listen() {
        agent.start("feed", pods::run);
        world.runFor(Duration.ofMinutes(5));
    }

    @Test
    void a_pod_that_the_feed_has_told_of_is_found_without_asking_anybody() {
        news.add(new PodNews.Listed(1, List.of(WEB)));
        listen();
        assertEquals(new PodLookup.Found(WEB), pods.find(WEB.pod()));
        assertEquals(List.of(), readDirectly);
    }

    @Test
    void a_pod_that_the_feed_has_not_told_of_is_read_once() {
        news.add(new PodNews.Listed(1, List.of(WEB)));
        listen();
        assertEquals(new PodLookup.Absent(), pods.find(LATE));
        assertEquals(List.of(LATE), readDirectly);
    }

    @Test
    void a_pod_whose_name_the_feed_knows_of_an_earlier_one_is_read_once() {
        news.add(new PodNews.Listed(1, List.of(WEB)));
        listen();
        assertEquals(new PodLookup.Found(WEB), pods.find(WEB.pod(), "uid-1"));
        assertEquals(List.of(), readDirectly);
        assertEquals(new PodLookup.Absent(), pods.find(WEB.pod(), "uid-2"));
        assertEquals(List.of(WEB.pod()), readDirectly);
    }

    @Test
    void a_feed_that_falls_silent_makes_nobody_disappear() {
        news.add(new PodNews.Listed(1, List.of(WEB)));
        news.add(new PodNews.Unreadable("the API server is away"));
        listen();
        assertEquals(new PodLookup.Found(WEB), pods.find(WEB.pod()));
    }

    @Test
    void a_pod_that_is_no_longer_listed_is_read_again() {
        news.add(new PodNews.Listed(1, List.of(WEB)));
        news.add(new PodNews.Listed(2, List.of()));
        listen();
        pods.find(WEB.pod());
        assertEquals(List.of(WEB.pod()), readDirectly);
    }

    /** A feed may skip something: what it has told is no list of all pods. */
    @Test
    void all_pods_together_are_read_from_the_source() {
        news.add(new PodNews.Listed(1, List.of(WEB)));
        listen();
        assertEquals(new PodCensus.Complete(7, List.of()), pods.census());
    }

    @Test
    void changes_are_told_without_the_rest() {
        var other = new PodFacts(new PodRef("default", "other"), "uid-2", BandwidthLimit.NONE);
        news.add(new PodNews.Listed(1, List.of(WEB)));
        news.add(new PodNews.Changed(2, List.of(other), List.of()));
        news.add(new PodNews.Changed(3, List.of(), List.of(WEB.pod())));
        listen();
        assertEquals(new PodLookup.Found(other), pods.find(other.pod()));
        assertEquals(new PodLookup.Absent(), pods.find(WEB.pod()));
    }
}
