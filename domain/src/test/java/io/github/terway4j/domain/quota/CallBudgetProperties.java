package io.github.terway4j.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.quota.CallBudget.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is asked, at whatever moment, and however often the cloud complains. */
class CallBudgetProperties {
    private static final CloudApi API = CloudApi.ATTACH_NETWORK_INTERFACE;
    private static final Duration LEAST = Duration.ofMillis(75);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** What happens next, and how long after the last. */
    sealed interface Event {
        record Passes(Duration length) implements Event {}

        record Joins(Urgency urgency) implements Event {}

        record AllAsk() implements Event {}

        record Complaint() implements Event {}
    }

    /** Plays events and remembers who went when. */
    private static final class Play {
        private final CallBudget budget;
        private final List<Place> waiting = new ArrayList<>();
        private final List<Instant> gone = new ArrayList<>();
        /** When the cloud complained, and for how long none was to be made. */
        private final Map<Instant, Duration> quiet = new LinkedHashMap<>();

        private Instant now = START;

        Play(int perMinute) {
            budget = new CallBudget(Map.of(API, perMinute), START);
        }

        Play all(List<Event> events) {
            events.forEach(this::happens);
            return this;
        }

        void happens(Event event) {
            switch (event) {
                case Event.Passes(var length) -> now = now.plus(length);
                case Event.Joins(var urgency) -> waiting.add(budget.join(API, urgency));
                case Event.AllAsk() -> List.copyOf(waiting).forEach(this::ask);
                case Event.Complaint() -> {
                    quiet.put(now, budget.throttled(API, now, 0));
                }
            }
        }

        Optional<Duration> ask(Place place) {
            var wait = budget.ask(place, now);
            if (wait.isEmpty()) {
                gone.add(now);
                waiting.remove(place);
                for (var other : waiting) {
                    assertTrue(place.compareTo(other) < 0, () -> place + " went before " + other);
                }
            }
            return wait;
        }
    }

    @Property(tries = 250)
    void nobody_goes_before_a_more_urgent_one_or_before_who_came_first(
            @ForAll @IntRange(min = 1, max = 90) int perMinute, @ForAll("events") List<Event> events) {
        new Play(perMinute).all(events);
    }

    @Property(tries = 250)
    void no_more_go_than_one_minutes_calls_and_those_that_the_time_brought(
            @ForAll @IntRange(min = 1, max = 90) int perMinute, @ForAll("events") List<Event> events) {
        var play = new Play(perMinute).all(events);
        for (int from = 0; from < play.gone.size(); from++) {
            for (int to = from; to < play.gone.size(); to++) {
                var length = Duration.between(play.gone.get(from), play.gone.get(to));
                var most = perMinute
                        + (double) perMinute
                                * length.toNanos()
                                / Duration.ofMinutes(1).toNanos();
                assertTrue(to - from + 1 <= most + 1e-6, "%d calls in %s".formatted(to - from + 1, length));
            }
        }
    }

    @Property(tries = 250)
    void none_goes_within_a_while_after_a_complaint(
            @ForAll @IntRange(min = 1, max = 900) int perMinute, @ForAll("events") List<Event> events) {
        var play = new Play(perMinute).all(events);
        play.quiet.forEach((complaint, length) -> {
            assertTrue(length.isPositive() && length.compareTo(Duration.ofMinutes(1)) <= 0, () -> "" + length);
            var least = length.compareTo(LEAST) < 0 ? length : LEAST;
            for (var gone : play.gone) {
                assertTrue(
                        gone.compareTo(complaint) <= 0 || !gone.isBefore(complaint.plus(least)),
                        () -> gone + " after " + complaint);
            }
        });
    }

    @Property(tries = 250)
    void who_waits_as_told_goes_within_a_minute_of_the_pace_if_nobody_more_urgent_comes(
            @ForAll @IntRange(min = 1, max = 900) int perMinute,
            @ForAll("events") List<Event> events,
            @ForAll Urgency urgency) {
        var play = new Play(perMinute).all(events);
        List.copyOf(play.waiting).forEach(play.budget::leave);
        play.waiting.clear();
        var place = play.budget.join(API, urgency);
        var began = play.now;
        // At the floor, a fifth of a minute's calls and one more take at most that long.
        var patience = Duration.ofMinutes(1).multipliedBy(1).plusSeconds(13);
        for (var wait = play.ask(place); wait.isPresent(); wait = play.ask(place)) {
            assertTrue(wait.get().isPositive(), "a wait of nothing is no wait");
            play.now = play.now.plus(wait.get());
            assertTrue(Duration.between(began, play.now).compareTo(patience) <= 0, () -> "since " + began);
        }
    }

    @Property(tries = 250)
    void a_pod_that_comes_finds_something_left_by_those_who_are_less_urgent(
            @ForAll @IntRange(min = 10, max = 900) int perMinute, @ForAll @Size(max = 200) List<Boolean> others) {
        var play = new Play(perMinute);
        for (var back : others) {
            play.happens(new Event.Joins(back ? Urgency.GIVE_BACK : Urgency.WARM_UP));
            play.happens(new Event.AllAsk());
        }
        assertEquals(Optional.empty(), play.ask(play.budget.join(API, Urgency.WAITING_POD)));
    }

    @Property(tries = 250)
    void ten_minutes_after_the_last_complaint_all_is_as_it_was(
            @ForAll @IntRange(min = 1, max = 900) int perMinute, @ForAll("events") List<Event> events) {
        var play = new Play(perMinute).all(events);
        var slow = play.budget.pace(API, play.now);
        assertTrue(slow >= Math.min(perMinute, Math.max(6, perMinute / 16)) && slow <= perMinute, "" + slow);
        assertEquals(perMinute, play.budget.pace(API, play.now.plus(Duration.ofMinutes(10))));
    }

    @Property(tries = 250)
    void the_same_events_end_the_same_way(
            @ForAll @IntRange(min = 1, max = 90) int perMinute, @ForAll("events") List<Event> events) {
        assertEquals(new Play(perMinute).all(events).gone, new Play(perMinute).all(events).gone);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        var passing =
                Arbitraries.longs().between(0, 40_000).map(Duration::ofMillis).map(Event.Passes::new);
        var joining = Arbitraries.of(Urgency.class).map(Event.Joins::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(4, passing.map(event -> (Event) event)),
                        Tuple.of(8, joining.map(event -> (Event) event)),
                        Tuple.of(8, Arbitraries.create(Event.AllAsk::new)),
                        Tuple.of(1, Arbitraries.create(Event.Complaint::new)))
                .list()
                .ofMaxSize(120);
    }
}
