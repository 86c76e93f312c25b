package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.quota.CallBudget;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Has every call wait until the budget says that it is its turn, if a pod waits for the call; whatever else is called for
 * comes again. So nobody who could do something for a pod stands in line with something for which nobody waits.
 */
public final class CallPacer implements PaceCalls {
    private static final Logger LOG = System.getLogger(CallPacer.class.getName());

    /** Terway's: a shorter wait is how the budget works, a longer one keeps somebody from something. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final CallBudget budget;
    private final Tasks tasks;
    private final RandomGenerator random;
    private final Tasks.Signal moved;

    /** @param random says who of all nodes to which the cloud complains comes back first */
    public CallPacer(CallBudget budget, Tasks tasks, RandomGenerator random) {
        this.budget = budget;
        this.tasks = tasks;
        this.random = random;
        moved = tasks.signal("a call had its turn");
    }

    @Override
    public Optional<Duration> turn(CloudApi api, Urgency urgency) {
        return switch (urgency) {
            case WAITING_POD -> {
                awaitTurn(api, urgency);
                yield Optional.empty();
            }
            case WARM_UP, GIVE_BACK -> askOnce(api, urgency);
        };
    }

    private Optional<Duration> askOnce(CloudApi api, Urgency urgency) {
        return locked(() -> {
            var place = budget.join(api, urgency);
            var wait = budget.ask(place, tasks.instant());
            budget.leave(place);
            return wait;
        });
    }

    private void awaitTurn(CloudApi api, Urgency urgency) {
        var began = tasks.instant();
        var place = locked(() -> budget.join(api, urgency));
        try {
            awaitTurn(place);
        } finally {
            // Whoever is ended while it waits shall not hold up those behind it.
            locked(() -> {
                budget.leave(place);
                return place;
            });
        }
        moved.raise();
        tellIfLong(api, Duration.between(began, tasks.instant()));
    }

    private void awaitTurn(CallBudget.Place place) {
        while (true) {
            var seen = moved.count();
            var wait = locked(() -> budget.ask(place, tasks.instant()));
            if (wait.isEmpty()) {
                return;
            }
            moved.awaitBeyond(seen, tasks.instant().plus(wait.get()));
        }
    }

    @Override
    public Duration throttled(CloudApi api) {
        return locked(() -> {
            var quiet = budget.throttled(api, tasks.instant(), random.nextDouble());
            LOG.log(
                    Level.WARNING,
                    "the cloud throttles {0}: from now on at most {1} a minute",
                    api,
                    budget.pace(api, tasks.instant()));
            return quiet;
        });
    }

    @Override
    public Duration throttledAltogether() {
        LOG.log(Level.WARNING, "the cloud throttles all our calls: from now on half as many are made");
        return locked(() -> budget.throttledAltogether(tasks.instant(), random.nextDouble()));
    }

    @Override
    public void taken(CloudApi api) {
        locked(() -> {
            budget.taken(api);
            return api;
        });
    }

    private static void tellIfLong(CloudApi api, Duration waited) {
        if (waited.compareTo(LONG) >= 0) {
            LOG.log(Level.INFO, "{0} has waited {1} for its turn, and a pod with it", api, waited);
        }
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
