package io.github.terway4j.simulator.quirk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Something that others do again and again while its spell lasts. One thread at a time asks. */
public final class Recurring {
    private final QuirkPlan.Spell spell;
    private final Instant beginning;
    private final RandomGenerator chance;
    private long turn;

    Recurring(QuirkPlan.Spell spell, Instant beginning, RandomGenerator chance) {
        this.spell = spell;
        this.beginning = beginning;
        this.chance = chance;
    }

    public Quirk.OfOthers quirk() {
        return (Quirk.OfOthers) spell.quirk();
    }

    /** By which those who do it choose what exactly they do. */
    public RandomGenerator chance() {
        return chance;
    }

    /** When they do it next. */
    public Optional<Instant> next() {
        if (spell.probability() > 0) {
            for (var after = nextTurn(); after.isPresent(); after = nextTurn()) {
                if (chance.nextDouble() < spell.probability()) {
                    return after.map(beginning::plus);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> nextTurn() {
        if (turn > 0 && quirk().every().equals(QuirkPlan.FOREVER)) {
            return Optional.empty();
        }
        var after = turn == 0 ? spell.from() : spell.from().plus(quirk().every().multipliedBy(turn));
        turn++;
        return Optional.of(after).filter(spell::isOn);
    }
}
