package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets so many requests through in a second, and after a quiet while some more at once; who comes too early waits. A watch is
 * one request, however long it lasts. Until somebody says how many, all go at once.
 */
final class RequestPace implements Interceptor {
    private static final double NANOS_PER_SECOND = 1e9;

    private volatile Runnable turn = () -> {};

    /**
     * Holds from now on.
     *
     * @param perSecond above 0
     * @param burst at once; 0 for as many as in a second, one at least
     */
    void limit(double perSecond, int burst, Tasks tasks) {
        var interval = Duration.ofNanos(Math.round(NANOS_PER_SECOND / perSecond));
        var ahead = interval.multipliedBy((burst > 0 ? burst : (long) Math.max(1, Math.ceil(perSecond))) - 1);
        var bucket = new Bucket(interval, ahead);
        turn = () -> {
            var wait = bucket.take(tasks.instant());
            if (wait.isPositive()) {
                tasks.sleep(wait);
            }
        };
    }

    @Override
    public void before(BasicBuilder headers, HttpRequest request, RequestTags tags) {
        turn.run();
    }

    /** Turns at even distances, of which some may be taken ahead (the generic cell rate algorithm). */
    private static final class Bucket {
        private final Duration interval;
        private final Duration ahead;
        private Instant next = Instant.MIN;

        Bucket(Duration interval, Duration ahead) {
            this.interval = interval;
            this.ahead = ahead;
        }

        /** How long it is until the turn that is taken. */
        synchronized Duration take(Instant now) {
            var turn = next.isAfter(now) ? next : now;
            next = turn.plus(interval);
            return Duration.between(now, turn).minus(ahead);
        }
    }
}
