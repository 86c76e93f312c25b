package io.github.terway4j.simulator.quirk;

import io.github.terway4j.simulator.world.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * A plan as time goes by. Each spell draws from chance of its own, so that one more does not change when the others
 * strike. Any thread may ask.
 */
public final class Quirks {
    private record Switch(QuirkPlan.Spell spell, RandomGenerator chance) {}

    private final long seed;
    private final InstantSource clock;
    private Instant beginning;
    private List<Switch> switches = List.of();

    /** All is calm, until there is a plan. */
    public Quirks(long seed, InstantSource clock) {
        this.seed = seed;
        this.clock = clock;
        this.beginning = clock.instant();
    }

    /** From now on this plan holds, and no other; its beginning is now. */
    public synchronized void follow(QuirkPlan plan) {
        var chance = new Chance(seed);
        beginning = clock.instant();
        switches = plan.spells().stream()
                .map(spell ->
                        new Switch(spell, chance.fork(spell.quirk().getClass().getSimpleName())))
                .toList();
    }

    /** Whether such a quirk strikes here and now. */
    public boolean strikes(Class<? extends Quirk> kind) {
        return strike(kind, quirk -> true).isPresent();
    }

    /** The quirk of this kind that strikes here and now, if any does. */
    public <Q extends Quirk> Optional<Q> strike(Class<Q> kind) {
        return strike(kind, quirk -> true);
    }

    /** The first that strikes here and now of those that could. */
    public synchronized <Q extends Quirk> Optional<Q> strike(Class<Q> kind, Predicate<Q> could) {
        return struck(kind, could).map(each -> kind.cast(each.spell().quirk()));
    }

    /** What becomes of a call that arrives now; to be asked once for each call. */
    public synchronized CallFate fateOf(String action) {
        return struck(Quirk.OfCalls.class, quirk -> quirk.calls().mean(action))
                .map(each -> fate((Quirk.OfCalls) each.spell().quirk(), each.chance()))
                .orElseGet(CallFate.Arrives::new);
    }

    /** What others will do by this plan, in its order. */
    public synchronized List<Recurring> others() {
        return switches.stream()
                .filter(each -> each.spell().quirk() instanceof Quirk.OfOthers)
                .map(each -> new Recurring(each.spell(), beginning, each.chance()))
                .toList();
    }

    private <Q extends Quirk> Optional<Switch> struck(Class<Q> kind, Predicate<Q> could) {
        var elapsed = Duration.between(beginning, clock.instant());
        return switches.stream()
                .filter(each ->
                        kind.isInstance(each.spell().quirk()) && each.spell().isOn(elapsed))
                .filter(each -> could.test(kind.cast(each.spell().quirk())))
                .filter(each -> each.chance().nextDouble() < each.spell().probability())
                .findFirst();
    }

    private static CallFate fate(Quirk.OfCalls quirk, RandomGenerator chance) {
        return switch (quirk) {
            case Quirk.CallLost _ -> new CallFate.LostOnTheWay();
            case Quirk.CallLate(var _, var by) -> new CallFate.ArrivesLate(by.draw(chance));
            case Quirk.AnswerLost _ -> new CallFate.AnswerLost();
            case Quirk.AnswerLate(var _, var by) -> new CallFate.AnswerLate(by.draw(chance));
            case Quirk.Unreachable _ -> new CallFate.Unreachable();
            case Quirk.Refused(var _, var why) -> new CallFate.Refused(why);
            case Quirk.DoneAndDenied(var _, var why) -> new CallFate.DoneAndDenied(why);
        };
    }
}
