package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.time.Duration;
import java.util.function.Consumer;

/** Which quirks the cloud has at the moment. */
final class QuirksNow {
    private final Consumer<QuirkPlan> followed;
    private Duration lag = Duration.ZERO;
    private boolean halfDone;

    /** @param followed is told each plan, by which the cloud goes from then on */
    QuirksNow(Consumer<QuirkPlan> followed) {
        this.followed = followed;
    }

    /** From now on ENIs are described as they were so long ago. */
    void lag(Duration length) {
        lag = length;
        follow();
    }

    /** Whether what begins from now on comes to nothing, or stops. */
    void halfDone(boolean struck) {
        if (halfDone != struck) {
            halfDone = struck;
            follow();
        }
    }

    private void follow() {
        var plan = lag.isZero() ? QuirkPlan.CALM : QuirkPlan.of(new Quirk.DescriptionLags(lag));
        followed.accept(
                halfDone
                        ? plan.and(QuirkPlan.Spell.of(new Quirk.AttachmentFails()))
                                .and(QuirkPlan.Spell.of(new Quirk.DetachmentHangs()))
                                .and(QuirkPlan.Spell.of(new Quirk.DeletionHangs()))
                        : plan);
    }
}
