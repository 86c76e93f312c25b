package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodNews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KubernetesPodFeedTest {
    private static final PodRef WEB = new PodRef("default", "web");
    private static final PodRef DB = new PodRef("default", "db");
    /** For what must come; nobody waits so long for what need not. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final MockCluster cluster = new MockCluster();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final KubernetesPodFeed feed =
            new KubernetesPodFeed(cluster.server, "node-a", () -> now, new SplittableRandom(1));
    private final TreeMap<PodRef, PodFacts> told = new TreeMap<>();
    private long seen;
    private int unreadable;

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void first_all_pods_of_the_node_are_listed_and_no_others() {
        cluster.run("node-a", WEB);
        cluster.run("node-b", DB);
        assertInstanceOf(PodNews.Listed.class, read(LONG));
        assertEquals(List.of(WEB), List.copyOf(told.keySet()));
    }

    @Test
    void then_what_comes_changes_and_goes_is_told() {
        read(LONG);
        listen();
        var web = cluster.run("node-a", WEB);
        hearUntil(() -> told.containsKey(WEB));
        assertEquals(PodReading.facts(web), told.get(WEB));
        cluster.edit(WEB, pod -> {
            pod.getMetadata().getAnnotations().put("kubernetes.io/egress-bandwidth", "10M");
            return pod;
        });
        hearUntil(() -> told.values().stream()
                .anyMatch(pod ->
                        pod.annotations().get("kubernetes.io/egress-bandwidth").isPresent()));
        cluster.end(WEB);
        hearUntil(told::isEmpty);
    }

    @Test
    void events_that_come_twice_tell_the_same() {
        cluster.api.sendEachEvent(2);
        read(LONG);
        listen();
        cluster.run("node-a", WEB);
        cluster.run("node-a", DB);
        cluster.end(WEB);
        hearUntil(() -> List.copyOf(told.keySet()).equals(List.of(DB)));
    }

    @Test
    void events_that_are_lost_are_made_good_by_the_next_list() {
        cluster.run("node-a", WEB);
        read(LONG);
        cluster.api.sendEachEvent(0);
        listen();
        cluster.end(WEB);
        cluster.run("node-a", DB);
        now = now.plus(Duration.ofMinutes(16));
        assertInstanceOf(PodNews.Listed.class, read(A_MOMENT));
        assertEquals(List.of(DB), List.copyOf(told.keySet()));
    }

    @Test
    void a_connection_that_is_cut_is_told_of_and_taken_up_again() {
        cluster.run("node-a", WEB);
        read(LONG);
        listen();
        cluster.wire.cut();
        // Whether or not the connection tells that it has broken off, and it does not always.
        now = now.plus(Duration.ofMinutes(2));
        hearUntil(() -> unreadable > 0);
        assertEquals(List.of(WEB), List.copyOf(told.keySet()), "what was told is still so");
        cluster.end(WEB);
        cluster.run("node-a", DB);
        cluster.wire.mend();
        hearUntil(() -> List.copyOf(told.keySet()).equals(List.of(DB)));
    }

    @Test
    void where_history_is_forgotten_everything_is_listed_anew() {
        read(LONG);
        // Between the list and the watch: so the version is too old by the time somebody asks for what came after.
        cluster.run("node-a", WEB);
        hearUntil(() -> told.containsKey(WEB));
        assertEquals(2, cluster.api.lists("/api/v1/pods?"));
    }

    @Test
    void a_connection_that_is_dead_and_says_nothing_is_given_up_when_it_should_have_ended() {
        read(LONG);
        listen();
        cluster.wire.deaden();
        cluster.run("node-a", WEB);
        assertInstanceOf(PodNews.Changed.class, read(A_MOMENT));
        assertTrue(told.isEmpty());
        now = now.plus(Duration.ofMinutes(4));
        hearUntil(() -> told.containsKey(WEB));
    }

    @Test
    void a_watch_that_ends_in_its_time_goes_on_where_it_was() {
        read(LONG);
        listen();
        now = now.plus(Duration.ofMinutes(4));
        assertInstanceOf(PodNews.Changed.class, read(A_MOMENT));
        assertEquals(2, cluster.api.watches());
        assertEquals(1, cluster.api.lists("/api/v1/pods?"));
    }

    @Test
    void while_the_server_refuses_nothing_is_said_of_any_pod() {
        cluster.run("node-a", WEB);
        read(LONG);
        cluster.api.answer(503);
        hearUntil(() -> unreadable > 1);
        assertEquals(List.of(WEB), List.copyOf(told.keySet()));
        cluster.run("node-a", DB);
        cluster.api.answer(0);
        hearUntil(() -> told.containsKey(DB));
    }

    @Test
    void who_asks_by_another_version_than_was_told_last_is_told_everything() {
        cluster.run("node-a", WEB);
        read(LONG);
        seen = 0;
        assertInstanceOf(PodNews.Listed.class, read(LONG));
    }

    @Test
    void who_is_interrupted_is_not_told_that_nothing_has_happened() {
        read(LONG);
        listen();
        Thread.currentThread().interrupt();
        assertInstanceOf(PodNews.Unreadable.class, read(LONG));
        assertTrue(Thread.interrupted());
    }

    @Test
    void a_watch_has_an_end_and_asks_for_bookmarks() {
        read(LONG);
        listen();
        var watch = cluster.api.requests().stream()
                .filter(Request::isWatch)
                .findFirst()
                .orElseThrow()
                .path();
        assertTrue(watch.contains("timeoutSeconds=") && watch.contains("allowWatchBookmarks=true"), watch);
    }

    /** Begins to watch. */
    private void listen() {
        read(A_MOMENT);
    }

    private PodNews read(Duration patience) {
        var news = feed.newerThan(seen, patience);
        switch (news) {
            case PodNews.Listed(var version, var pods) -> {
                told.clear();
                pods.forEach(pod -> told.put(pod.pod(), pod));
                seen = version;
            }
            case PodNews.Changed(var version, var present, var gone) -> {
                present.forEach(pod -> told.put(pod.pod(), pod));
                gone.forEach(told::remove);
                seen = version;
            }
            case PodNews.Unreadable _ -> unreadable++;
        }
        return news;
    }

    private void hearUntil(BooleanSupplier enough) {
        var last = System.nanoTime() + LONG.toNanos();
        while (!enough.getAsBoolean()) {
            assertTrue(System.nanoTime() < last, () -> "still told: " + told);
            read(Duration.ofMillis(200));
        }
    }
}
