package io.github.terway4j.simulator.fault;

import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The fates of calls that agents make.
 *
 * <p>A request may take effect as long as {@link #LATEST} after its caller has given up, and no later: a signature that
 * is older than 15 minutes would be refused, but nobody has seen a gateway hold one for even a minute.
 */
public final class MischievousCalls implements FaultPlan {
    /** Chosen: how long a caller waits for an answer that does not come. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Chosen: how much later than that a request may still take effect. */
    public static final Duration LATEST = Duration.ofSeconds(20);

    private static final Spread MORE = new Spread(Duration.ZERO, LATEST);

    private final Mischief mischief;
    private final Predicate<Call> ofAgents;

    public MischievousCalls(Mischief mischief, Predicate<Call> ofAgents) {
        this.mischief = mischief;
        this.ofAgents = ofAgents;
    }

    @Override
    public Fate fateOf(Call call) {
        if (!ofAgents.test(call)) {
            return new Fate.Arrives();
        }
        if (mischief.strikes(FaultKind.CRASH)) {
            return mischief.chance(FaultKind.CRASH).nextBoolean() ? new Fate.CrashBefore() : new Fate.CrashAfter();
        }
        return call.overNetwork() ? overNetwork() : new Fate.Arrives();
    }

    private Fate overNetwork() {
        if (mischief.strikes(FaultKind.LOST_BEFORE)) {
            return new Fate.LostOnTheWay(PATIENCE);
        }
        if (mischief.strikes(FaultKind.LOST_AFTER)) {
            return new Fate.AnswerLost(PATIENCE);
        }
        return mischief.strikes(FaultKind.LATE) ? late() : new Fate.Arrives();
    }

    private Fate late() {
        var chance = mischief.chance(FaultKind.LATE);
        var more = MORE.draw(chance);
        return chance.nextBoolean() ? new Fate.Late(more) : new Fate.GivenUp(PATIENCE, more);
    }
}
