package io.github.terway4j.features.stage;

import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import java.time.Duration;

/** What the scenario wants to go wrong; nothing to begin with. */
final class Mishaps implements FaultPlan {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private boolean cloudSilent;
    private String doomed = "";
    private int callsToLive;

    /** From now on nothing that is asked of the cloud arrives there. */
    void silenceCloud() {
        cloudSilent = true;
    }

    /** The agent dies when that call of a task of this name has taken effect: the first, the second, and so on. */
    void dieAtCall(String task, int number) {
        doomed = task;
        callsToLive = number;
    }

    @Override
    public Fate fateOf(Call call) {
        if (call.task().equals(doomed) && --callsToLive == 0) {
            return new Fate.CrashAfter();
        }
        return cloudSilent && call.overNetwork() ? new Fate.LostOnTheWay(PATIENCE) : new Fate.Arrives();
    }
}
