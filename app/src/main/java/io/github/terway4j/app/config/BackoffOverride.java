package io.github.terway4j.app.config;

import io.github.terway4j.domain.fault.Patience;
import java.time.Duration;

/**
 * How often and how long something is waited for.
 *
 * @param initialDelay before the first look; zero keeps what it was
 * @param first between the first look and the second; zero keeps what it was
 * @param factor by which that grows from look to look; zero keeps what it was
 * @param jitter the share of itself by which chance makes a wait longer
 * @param steps looks that grow rarer, after which one looks no more often than anyway; zero keeps what it was
 * @param cap the longest wait; zero for no limit
 */
public record BackoffOverride(
        Duration initialDelay, Duration first, double factor, double jitter, int steps, Duration cap) {
    Patience over(Patience usual) {
        return new Patience(
                initialDelay.isZero() ? usual.initialDelay() : initialDelay,
                first.isZero() ? usual.first() : first,
                factor == 0 ? usual.factor() : Math.max(1, factor),
                jitter,
                steps == 0 ? usual.steps() : steps,
                cap);
    }
}
