package io.github.terway4j.ports.in;

import java.time.Duration;

/** Brings the pool of addresses nearer to where it should be. */
public interface ReconcilePool {
    /** One pass: look, plan, do. Returns how long nothing is to be done, as far as can be known. */
    Duration pass();
}
