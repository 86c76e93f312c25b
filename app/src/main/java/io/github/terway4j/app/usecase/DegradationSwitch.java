package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.pool.Degradation;

/** How much is asked of the cloud at the moment; the operator turns it while the agent runs. */
public final class DegradationSwitch {
    private volatile Degradation level;

    public DegradationSwitch(Degradation level) {
        this.level = level;
    }

    public Degradation level() {
        return level;
    }

    /** From now on; a call that is under way is not broken off. */
    public void turn(Degradation to) {
        level = to;
    }
}
