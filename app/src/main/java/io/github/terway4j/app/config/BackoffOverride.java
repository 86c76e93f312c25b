package io.github.terway4j.app.config;

import java.time.Duration;

/**
 * How often and how long something is waited for.
 *
 * @param initialDelay before the first look; zero keeps what it was
 * @param first between the first look and the second
 * @param factor by which that grows from look to look
 * @param jitter the share of itself by which chance makes a wait longer
 * @param steps looks at most
 * @param cap the longest wait; zero for no limit
 */
public record BackoffOverride(
        Duration initialDelay, Duration first, double factor, double jitter, int steps, Duration cap) {}
