package io.github.terway4j.adapters.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshCredentialsTest {
    private static final CloudOutcome<Credentials> LOST = new CloudOutcome.Unknown<>("nobody there");

    private final HandedClock clock = new HandedClock();
    private final Issuer issuer = new Issuer(clock, Duration.ofHours(6));
    private final FreshCredentials fresh = FreshCredentials.inTime(issuer, clock);

    @ParameterizedTest
    @CsvSource({"PT6H, PT5H30M", "PT1H, PT45M", "PT10M, PT7M30S", "PT36H, PT35H30M"})
    void they_are_renewed_in_the_last_quarter_of_their_life_and_half_an_hour_ahead_at_most(
            Duration life, Duration renewed) {
        var issuer = new Issuer(clock, life);
        var fresh = FreshCredentials.inTime(issuer, clock);
        var first = fresh.current();
        clock.pass(renewed.minusMillis(1));
        assertEquals(first, fresh.current());
        assertEquals(1, issuer.asked());
        clock.pass(Duration.ofMillis(1));
        assertNotEquals(first, fresh.current());
        assertEquals(2, issuer.asked());
    }

    @Test
    void an_issuer_that_has_no_new_ones_yet_is_asked_once_a_minute() {
        issuer.sameUntil(Duration.ofMinutes(5));
        var first = fresh.current();
        clock.pass(Duration.ofHours(5).plusMinutes(30));
        for (int second = 0; second < 25 * 60; second++) {
            assertEquals(first, fresh.current());
            clock.pass(Duration.ofSeconds(1));
        }
        assertEquals(1 + 25, issuer.asked());
        assertNotEquals(first, fresh.current());
    }

    @Test
    void while_a_renewal_fails_the_old_ones_serve_until_their_very_end() {
        var first = fresh.current();
        issuer.refuse(LOST);
        clock.pass(Duration.ofHours(6).minusMillis(1));
        assertEquals(first, fresh.current());
        clock.pass(Duration.ofMillis(1));
        assertEquals(LOST, fresh.current());
    }

    @Test
    void when_the_issuer_is_there_again_so_are_the_credentials() {
        issuer.refuse(LOST);
        assertEquals(LOST, fresh.current());
        issuer.issueAgain();
        assertTrue(fresh.current() instanceof CloudOutcome.Done<Credentials>);
    }

    @Test
    void an_access_key_is_looked_for_anew_every_half_hour() {
        var asked = new AtomicInteger();
        var fresh = FreshCredentials.inTime(
                () -> new CloudOutcome.Done<>(new Credentials.AccessKey("leak", "leak-" + asked.incrementAndGet())),
                clock);
        fresh.current();
        clock.pass(Duration.ofMinutes(30).minusMillis(1));
        fresh.current();
        assertEquals(1, asked.get());
        clock.pass(Duration.ofMillis(1));
        fresh.current();
        assertEquals(2, asked.get());
    }

    @Test
    void what_lies_on_this_machine_is_looked_at_each_time_and_serves_on_when_it_cannot_be_read() {
        issuer.sameUntil(Duration.ZERO);
        var fresh = FreshCredentials.eachTime(issuer, clock);
        var first = fresh.current();
        assertEquals(first, fresh.current());
        assertEquals(2, issuer.asked());
        issuer.refuse(LOST);
        assertEquals(first, fresh.current());
        clock.pass(Duration.ofHours(6));
        assertEquals(LOST, fresh.current());
    }

    @Test
    void what_the_cloud_no_longer_knows_is_fetched_anew_by_the_next_who_asks() {
        var first = fresh.current();
        clock.pass(Duration.ofMinutes(1));
        assertEquals(first, fresh.current());
        refuse(first);
        var second = fresh.current();
        assertNotEquals(first, second);
        refuse(first);
        clock.pass(Duration.ofHours(1));
        assertEquals(second, fresh.current());
        assertEquals(2, issuer.asked());
    }

    @Test
    void but_once_a_minute_at_most_while_the_same_are_given_again() {
        issuer.sameUntil(Duration.ZERO);
        var first = fresh.current();
        for (int second = 0; second < 10 * 60; second++) {
            refuse(first);
            assertEquals(first, fresh.current());
            clock.pass(Duration.ofSeconds(1));
        }
        assertEquals(10, issuer.asked());
    }

    @Test
    void or_while_there_are_none_and_then_the_refused_do_not_serve_on() {
        var first = fresh.current();
        clock.pass(Duration.ofHours(1));
        refuse(first);
        issuer.refuse(LOST);
        for (int second = 0; second < 10 * 60; second++) {
            assertEquals(LOST, fresh.current());
            clock.pass(Duration.ofSeconds(1));
        }
        assertEquals(1 + 10, issuer.asked());
    }

    private void refuse(CloudOutcome<Credentials> given) {
        given.then(credentials -> {
            fresh.refused(credentials);
            return given;
        });
    }

    @Test
    void callers_who_have_nothing_wait_for_what_one_of_them_is_told() throws Exception {
        assertShared(new CloudOutcome.Done<>(new Credentials.Temporary(
                "STS.leak", "leak", "leak", clock.instant().plus(Duration.ofHours(6)))));
    }

    @Test
    void even_if_that_is_a_refusal() throws Exception {
        assertShared(LOST);
    }

    @Test
    void callers_who_have_something_do_not_wait_while_one_renews_it() throws Exception {
        var slow = new SlowSource(new CloudOutcome.Done<>(new Credentials.Temporary(
                "STS.leak", "leak", "leak", clock.instant().plus(Duration.ofHours(6)))));
        slow.letGo();
        var fresh = FreshCredentials.inTime(slow, clock);
        var first = fresh.current();
        slow.hold();
        clock.pass(Duration.ofHours(5).plusMinutes(45));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var renewing = threads.submit(fresh::current);
            slow.awaitAsked(2);
            assertEquals(first, fresh.current());
            slow.letGo();
            renewing.get();
        }
        assertEquals(2, slow.asked());
    }

    private void assertShared(CloudOutcome<Credentials> told) throws Exception {
        var slow = new SlowSource(told);
        var fresh = FreshCredentials.inTime(slow, clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new ArrayList<Thread>();
            var answers = new ArrayList<Future<CloudOutcome<Credentials>>>();
            for (int i = 0; i < 20; i++) {
                var ready = new CountDownLatch(1);
                answers.add(threads.submit(() -> {
                    started.add(Thread.currentThread());
                    ready.countDown();
                    return fresh.current();
                }));
                ready.await();
            }
            slow.awaitAsked(1);
            awaitWaiting(started);
            slow.letGo();
            for (var answer : answers) {
                assertEquals(told, answer.get());
            }
        }
        assertEquals(1, slow.asked());
    }

    private static void awaitWaiting(List<Thread> threads) {
        while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    /** Keeps whoever asks until it is told to let them go. */
    private static final class SlowSource implements CredentialSource {
        private final CloudOutcome<Credentials> told;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(1);

        SlowSource(CloudOutcome<Credentials> told) {
            this.told = told;
        }

        void hold() {
            gate = new CountDownLatch(1);
        }

        void letGo() {
            gate.countDown();
        }

        int asked() {
            return asked.get();
        }

        void awaitAsked(int times) {
            while (asked.get() < times) {
                Thread.onSpinWait();
            }
        }

        @Override
        public CloudOutcome<Credentials> current() {
            asked.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return told;
        }
    }
}
