package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.estate.Objection;
import io.github.terway4j.simulator.cloud.route.RouteDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One caller at a time, and each finds the cloud as it is at the clock's now: whatever was to happen by itself before has
 * happened. Listeners are told when the turn is over.
 */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final IdempotencyLog log = new IdempotencyLog();
    private final InstantSource clock;
    private final Agenda agenda;
    private final LateCalls late = new LateCalls();
    private final RouteDesk routes;
    private final Consumer<Instant> memory;
    private final Notices notices;

    /** @param memory learns after each turn that something may have changed, and when */
    Turns(InstantSource clock, Agenda agenda, RouteDesk routes, Consumer<Instant> memory, Notices notices) {
        this.clock = clock;
        this.agenda = agenda;
        this.routes = routes;
        this.memory = memory;
        this.notices = notices;
    }

    <T> T take(Function<Instant, T> work) {
        late.arrive(clock.instant());
        lock.lock();
        try {
            var now = clock.instant();
            agenda.catchUp(now);
            if (routes.settle(now)) {
                var available = routes.available();
                notices.tell(listener -> listener.routesChanged(available));
            }
            var outcome = work.apply(now);
            memory.accept(now);
            return outcome;
        } finally {
            lock.unlock();
            notices.deliver();
        }
    }

    void change(Consumer<Instant> work) {
        take(now -> {
            work.accept(now);
            return Nothing.NOTHING;
        });
    }

    <T> Answer<T> answer(Function<Instant, T> operation) {
        return take(now -> {
            try {
                return new Answer.Given<>(operation.apply(now));
            } catch (Objection objection) {
                return objection.answer();
            }
        });
    }

    Answer<Nothing> done(Consumer<Instant> operation) {
        return answer(now -> {
            operation.accept(now);
            return Nothing.NOTHING;
        });
    }

    /** The answer that this token has had, or that of the operation. */
    <T> Answer<T> once(ClientToken token, Object parameters, Function<Instant, T> operation) {
        return answer(now -> log.once(token, parameters, now, () -> operation.apply(now)));
    }

    /** A call that is on its way for so long: its turn comes then. */
    void later(Duration by, Runnable call) {
        late.put(clock.instant().plus(by), call);
    }

    /** When the next thing happens by itself, if anything is under way. */
    Optional<Instant> nextChange() {
        return take(now -> Stream.of(agenda.next(), routes.next(), late.next())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder()));
    }
}
