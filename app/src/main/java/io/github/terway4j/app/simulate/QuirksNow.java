package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Which quirks the cloud has at the moment, by the kind of fault that they come from. */
final class QuirksNow {
    private static final List<Quirk> HALF_DONE =
            List.of(new Quirk.AttachmentFails(), new Quirk.DetachmentHangs(), new Quirk.DeletionHangs());

    private final Consumer<QuirkPlan> followed;
    private final Map<FaultKind, List<Quirk>> quirks = new EnumMap<>(FaultKind.class);

    /** @param followed is told each plan, by which the cloud goes from then on */
    QuirksNow(Consumer<QuirkPlan> followed) {
        this.followed = followed;
    }

    /** From now on the cloud has these for this reason, and no others. */
    void begin(FaultKind why, List<Quirk> these) {
        quirks.put(why, these);
        follow();
    }

    void end(FaultKind why) {
        if (quirks.remove(why) != null) {
            follow();
        }
    }

    /** Whether what begins from now on comes to nothing, or stops. */
    void halfDone(boolean struck) {
        if (struck) {
            begin(FaultKind.HALF_DONE, HALF_DONE);
        } else {
            end(FaultKind.HALF_DONE);
        }
    }

    private void follow() {
        followed.accept(new QuirkPlan(quirks.values().stream()
                .flatMap(List::stream)
                .map(QuirkPlan.Spell::of)
                .toList()));
    }
}
