package io.github.terway4j.simulator.quirk;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Which quirks are on, when, and how often they strike then. Where two could, the one that comes first in the plan does. */
public record QuirkPlan(List<Spell> spells) {
    /** As long as a spell can last. */
    public static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();
    /** No quirk at all. */
    public static final QuirkPlan CALM = new QuirkPlan(List.of());

    public QuirkPlan {
        spells = List.copyOf(spells);
    }

    /** From now on, and each time. */
    public static QuirkPlan of(Quirk quirk) {
        return CALM.and(Spell.of(quirk));
    }

    public QuirkPlan and(Spell spell) {
        return new QuirkPlan(Stream.concat(spells.stream(), Stream.of(spell)).toList());
    }

    /**
     * One quirk for a while.
     *
     * @param from after the beginning of the plan
     * @param probability with which it strikes, between 0 and 1, where it could
     */
    public record Spell(Quirk quirk, Duration from, Duration length, double probability) {
        public Spell {
            if (from.isNegative() || length.isNegative()) {
                throw new IllegalArgumentException("a spell begins after 0 s or more and lasts 0 s or more");
            }
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability is between 0 and 1, not " + probability);
            }
        }

        /** From the beginning, without end, each time. */
        public static Spell of(Quirk quirk) {
            return new Spell(quirk, Duration.ZERO, FOREVER, 1);
        }

        public Spell with(Quirk other) {
            return new Spell(other, from, length, probability);
        }

        public Spell from(Duration begin) {
            return new Spell(quirk, begin, length, probability);
        }

        public Spell lasting(Duration until) {
            return new Spell(quirk, from, until, probability);
        }

        public Spell probably(double chance) {
            return new Spell(quirk, from, length, chance);
        }

        /** Whether the quirk is on so long after the beginning of the plan. */
        boolean isOn(Duration elapsed) {
            return elapsed.compareTo(from) >= 0 && elapsed.minus(from).compareTo(length) < 0;
        }
    }
}
