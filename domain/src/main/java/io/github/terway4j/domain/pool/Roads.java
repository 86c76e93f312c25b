package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Passage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be asked of the cloud in one plan: all that did not refuse lately, nothing that refused a moment ago, and once
 * what has rested since.
 */
final class Roads {
    private final PoolHealth health;
    private final Instant now;
    private final Set<CloudOperation> triedOperations = EnumSet.noneOf(CloudOperation.class);
    private final Set<VSwitchId> triedVSwitches = new TreeSet<>();

    Roads(PoolHealth health, Instant now) {
        this.health = health;
        this.now = now;
    }

    /** Whether it could be asked some time soon, if not in this plan. */
    boolean open(CloudOperation operation) {
        return health.passage(operation, now) != Passage.SHUT;
    }

    boolean open(VSwitchId vSwitch) {
        return health.vSwitches().passage(vSwitch, now) != Passage.SHUT;
    }

    boolean open(EniId eni) {
        return !health.shut(eni, now);
    }

    boolean mayAsk(CloudOperation operation) {
        return allowed(health.passage(operation, now), triedOperations.contains(operation));
    }

    boolean mayAsk(VSwitchId vSwitch, Portion portion) {
        return allowed(passage(vSwitch, portion), triedVSwitches.contains(vSwitch));
    }

    /** Whether no more than one call shall be made of it. */
    boolean isTrial(CloudOperation operation, VSwitchId vSwitch, Portion portion) {
        return health.passage(operation, now).and(passage(vSwitch, portion)) != Passage.FREE;
    }

    /** In what portions the vSwitch would give addresses, where such are preferred. */
    Portion portion(Portion preferred, VSwitchId vSwitch) {
        return passage(vSwitch, preferred) == Passage.SHUT ? Portion.ADDRESS : preferred;
    }

    private Passage passage(VSwitchId vSwitch, Portion portion) {
        return switch (portion) {
            case ADDRESS -> health.vSwitches().passage(vSwitch, now);
            case PREFIX -> health.vSwitches().blockPassage(vSwitch, now);
        };
    }

    void asked(CloudOperation operation) {
        triedOperations.add(operation);
    }

    void asked(CloudOperation operation, VSwitchId vSwitch) {
        asked(operation);
        triedVSwitches.add(vSwitch);
    }

    /** The first of these operations that is not to be asked for now, as a reason why nothing comes. */
    Optional<Shortfall> refusal(int missing, CloudOperation... needed) {
        for (var operation : needed) {
            var refusal = health.opened(operation).filter(_ -> !open(operation));
            if (refusal.isPresent()) {
                return refusal.map(open -> new Shortfall.Refused(missing, operation, open.why(), open.until()));
            }
        }
        return Optional.empty();
    }

    /** Refused again after a rest: there is no hope that it is only for a moment. */
    boolean hopeless(CloudOperation operation) {
        return health.opened(operation).filter(open -> open.refusals() > 1).isPresent() && !open(operation);
    }

    private static boolean allowed(Passage passage, boolean tried) {
        return switch (passage) {
            case FREE -> true;
            case PROBE -> !tried;
            case SHUT -> false;
        };
    }
}
