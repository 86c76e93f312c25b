package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.pool.Belonging;
import io.github.terway4j.domain.pool.CloudOperation;
import io.github.terway4j.domain.pool.PoolAction;
import io.github.terway4j.domain.pool.PoolHealth;
import io.github.terway4j.domain.pool.PoolPhase;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.pool.Shortfall;
import io.github.terway4j.domain.pool.Standstill;
import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the pool's loop keeps in mind from one pass to the next; lost with the agent. For that loop and all its calls. */
public final class PoolMemory {
    private final TreeMap<EniId, VSwitchId> birthplaces = new TreeMap<>();
    private PoolHealth health = PoolHealth.GOOD;
    private Optional<PoolPhase> phase = Optional.empty();
    private Optional<Shortfall> told = Optional.empty();
    private boolean trunkCrowded;
    private Standstill standstill = Standstill.NONE;
    private final TreeMap<EniId, Belonging> others = new TreeMap<>();
    private final Partings partings = new Partings();

    Partings partings() {
        return partings;
    }

    synchronized PoolHealth health() {
        return health;
    }

    synchronized Optional<PoolPhase> phase() {
        return phase;
    }

    synchronized void entered(PoolPhase entered) {
        phase = Optional.of(entered);
    }

    synchronized void saw(List<Eni> enis) {
        birthplaces.clear();
        enis.forEach(eni -> birthplaces.put(eni.id(), eni.vSwitch()));
    }

    /** What has come to a stop on its way out, and is to be asked for once more now. */
    synchronized List<PoolAction> renewals(List<Eni> enis, Instant now) {
        var renewals = standstill.renewals(enis, now);
        standstill = standstill.seen(enis, now);
        return renewals;
    }

    /** Where it lies, as far as the last look showed. */
    synchronized Optional<VSwitchId> vSwitchOf(EniId eni) {
        return Optional.ofNullable(birthplaces.get(eni));
    }

    /** Such a portion was given there, or came back there. */
    synchronized void has(Portion portion, VSwitchId vSwitch) {
        health = switch (portion) {
            case ADDRESS -> health.hasAddresses(vSwitch);
            case PREFIX -> health.hasBlocks(vSwitch);
        };
    }

    /** Whether the cloud, by what it has said since that was planned, would refuse it. */
    synchronized boolean isPointless(PoolAction action, Instant now) {
        return switch (action) {
            case PoolAction.CreateEni create ->
                health.shut(CloudOperation.CREATE_ENI, now)
                        || health.shut(create.vSwitch(), now)
                        || (create.ipv4Prefixes() > 0 && health.shutForBlocks(create.vSwitch(), now));
            case PoolAction.AttachEni _ -> health.shut(CloudOperation.ATTACH_ENI, now);
            case PoolAction.AssignAddresses(var eni, var _, var _) ->
                health.shut(CloudOperation.ASSIGN, now)
                        || vSwitchOf(eni).filter(id -> health.shut(id, now)).isPresent();
            case PoolAction.AssignPrefixes(var eni, var _, var _) ->
                health.shut(CloudOperation.ASSIGN, now)
                        || vSwitchOf(eni)
                                .filter(id -> health.shutForBlocks(id, now))
                                .isPresent();
            case PoolAction.UnassignAddresses _,
                    PoolAction.UnassignPrefixes _,
                    PoolAction.DetachEni _,
                    PoolAction.DeleteEni _ -> health.shut(CloudOperation.GIVE_BACK, now);
        };
    }

    /** What the cloud's answer to such a call, for addresses in such portions, says of the next one. */
    synchronized void learn(
            CloudOperation operation, Portion portion, CloudOutcome<?> outcome, Fault fault, Instant now) {
        health = switch (outcome) {
            case CloudOutcome.Done<?> _ -> health.done(operation);
            case CloudOutcome.VSwitchExhausted<?>(var vSwitch) ->
                switch (portion) {
                    case ADDRESS -> health.exhausted(vSwitch, now);
                    // It may well have single addresses.
                    case PREFIX -> health.outOfBlocks(vSwitch, now);
                };
            case CloudOutcome.LimitReached<?> _, CloudOutcome.Denied<?> _, CloudOutcome.Unforeseen<?> _ ->
                health.refused(operation, fault, now);
            case CloudOutcome.Throttled<?> _,
                    CloudOutcome.NotFound<?> _,
                    CloudOutcome.Conflict<?> _,
                    CloudOutcome.Unknown<?> _ -> health;
        };
    }

    /** Whether of this ENI, which is not ours, something else was told before, which is told now. */
    boolean isNews(EniId other, Belonging why) {
        return others.put(other, why) != why;
    }

    /** Whether that there is no place for a trunk is so now and was not when this was asked last. */
    boolean isTrunkNews(boolean crowded) {
        var news = crowded && !trunkCrowded;
        trunkCrowded = crowded;
        return news;
    }

    /** Whether this is another shortfall than the one that was told last, which is told now. */
    synchronized boolean isNews(Optional<Shortfall> shortfall) {
        var news = shortfall.isPresent() && !shortfall.equals(told);
        told = shortfall;
        return news;
    }
}
