package io.github.terway4j.ports.in;

/** Brings the pool of addresses nearer to where it should be. */
public interface ReconcilePool {
    /** One pass: look, plan, do. Whether anything was done, so that another look is worth while. */
    boolean pass();
}
