package io.github.terway4j.app.config;

import java.time.Duration;

/** Whether addresses that stood idle for long are given back, down to the lower mark. */
public sealed interface IdleReclaim {
    record Off() implements IdleReclaim {}

    /**
     * Once the pool has not been asked for {@code quiet}, {@code batch} addresses go every {@code interval}, which chance
     * makes longer by up to {@code jitter} of itself.
     */
    record After(Duration quiet, int batch, Duration interval, double jitter) implements IdleReclaim {}
}
