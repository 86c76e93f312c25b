package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.fault.Wait;
import io.github.terway4j.domain.pool.Belonging;
import io.github.terway4j.domain.pool.CloudOperation;
import io.github.terway4j.domain.pool.Journeys;
import io.github.terway4j.domain.pool.PoolAction;
import io.github.terway4j.domain.pool.PoolHealth;
import io.github.terway4j.domain.pool.PoolPhase;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** What the pool's loop keeps in mind from one pass to the next; lost with the agent. For that loop and all its calls. */
public final class PoolMemory {
    private final Node node;
    private final TreeMap<EniId, Eni> seen = new TreeMap<>();
    private PoolHealth health = PoolHealth.GOOD;
    private Optional<PoolPhase> phase = Optional.empty();
    private boolean trunkCrowded;
    private Journeys journeys = Journeys.NONE;
    private final TreeMap<EniId, Belonging> others = new TreeMap<>();
    private final Partings partings = new Partings();
    private final Arrivals arrivals = new Arrivals();

    public PoolMemory(Node node) {
        this.node = node;
    }

    /** Of an agent that begins, perhaps after another that had the cloud take something. */
    public static PoolMemory after(Node node, OpenIntents intents, Instant now) {
        var memory = new PoolMemory(node);
        intents.takings().forEach(deed -> memory.doubt(deed, now));
        return memory;
    }

    private void doubt(CloudDeed taking, Instant now) {
        switch (taking) {
            case CloudDeed.Detach(var eni, var _) -> partings.with(eni, now);
            case CloudDeed.Delete(var eni) -> partings.with(eni, now);
            case CloudDeed.Unassign(var eni, var addresses) -> partings.with(eni, addresses, now);
            case CloudDeed.UnassignPrefixes(var eni, var prefixes) -> partings.with(eni, prefixes, now);
            case CloudDeed.Create _, CloudDeed.Attach _, CloudDeed.Assign _, CloudDeed.AssignPrefixes _ -> {}
        }
    }

    Partings partings() {
        return partings;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** The ENIs as we believe them to be, of which a look has shown these. */
    List<Eni> believed(List<Eni> shown, Instant now) {
        return arrivals.beside(shown, now).stream()
                .map(eni -> partings.believed(eni, now))
                .toList();
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

    /** @param deviceless those in use without a device */
    synchronized Journeys saw(List<Eni> enis, Collection<EniId> deviceless, Instant now) {
        seen.clear();
        enis.forEach(eni -> seen.put(eni.id(), eni));
        // Of one that is gone nothing is asked any more.
        health = health.only(seen.keySet());
        journeys = journeys.seen(enis, deviceless, now);
        return journeys;
    }

    /** What has come to a stop on its way, and is to be asked for once more now. */
    synchronized List<PoolAction> renewals(Instant now) {
        var renewals = journeys.renewals(now);
        journeys = journeys.renewed(now);
        return renewals;
    }

    /** When it is worth a look whether what is on its way has gone on; empty when nothing is. */
    synchronized Optional<Duration> untilNextLook(Instant now) {
        return journeys.untilNextLook(node.waits(), node.syncPeriod(), now);
    }

    /** What the last look showed of it. */
    synchronized Optional<Eni> seen(EniId eni) {
        return Optional.ofNullable(seen.get(eni));
    }

    /** Where it lies, as far as the last look showed. */
    Optional<VSwitchId> vSwitchOf(EniId eni) {
        return seen(eni).map(Eni::vSwitch);
    }

    /** What it rides on, if it is a member, as far as the last look showed. */
    Optional<EniId> trunkOf(EniId eni) {
        return seen(eni).flatMap(one -> one.traits().trunk());
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
        return health.shut(CloudOperation.of(action), now)
                || switch (action) {
                    case PoolAction.CreateEni create ->
                        health.shut(create.vSwitch(), now)
                                || (create.ipv4Prefixes() > 0 && health.shutForBlocks(create.vSwitch(), now));
                    case PoolAction.AssignAddresses(var eni, var _, var _) ->
                        health.shut(eni, now)
                                || vSwitchOf(eni)
                                        .filter(id -> health.shut(id, now))
                                        .isPresent();
                    case PoolAction.AssignPrefixes(var eni, var _, var _) ->
                        health.shut(eni, now)
                                || vSwitchOf(eni)
                                        .filter(id -> health.shutForBlocks(id, now))
                                        .isPresent();
                    case PoolAction.CreateMember create -> health.shut(create.vSwitch(), now);
                    case PoolAction.AttachEni(var eni) -> health.shut(eni, now);
                    case PoolAction.AttachMember(var eni, var _) -> health.shut(eni, now);
                    case PoolAction.UnassignAddresses(var eni, var _) -> health.shut(eni, now);
                    case PoolAction.UnassignPrefixes(var eni, var _) -> health.shut(eni, now);
                    case PoolAction.DetachEni(var eni) -> health.shut(eni, now);
                    case PoolAction.DeleteEni(var eni) -> health.shut(eni, now);
                };
    }

    /** What the cloud's answer says of the next such call. */
    synchronized void learn(CloudAnswers.Asked asked, CloudOutcome<?> outcome, Fault fault, Instant now) {
        var operation = asked.operation();
        switch (outcome) {
            case CloudOutcome.Done<?> _ -> {
                health = health.done(operation);
                asked.enis().forEach(eni -> health = health.done(eni));
            }
            case CloudOutcome.VSwitchExhausted<?>(var vSwitch) ->
                health = switch (asked.portion()) {
                    case ADDRESS -> health.exhausted(vSwitch, now);
                    // It may well have single addresses.
                    case PREFIX -> health.outOfBlocks(vSwitch, now);
                };
            case CloudOutcome.LimitReached<?> _, CloudOutcome.Denied<?> _, CloudOutcome.Unforeseen<?> _ -> {
                health = health.refused(operation, fault, now);
                if (operation != CloudOperation.ATTACH_ENI && operation != CloudOperation.ATTACH_MEMBER) {
                    // It may be for this one alone: the next try is made with another.
                    asked.enis().forEach(eni -> health = health.refused(eni, fault, now));
                }
            }
            case CloudOutcome.NotFound<?> _, CloudOutcome.Conflict<?> _, CloudOutcome.Unknown<?> _ -> {
                if (asked.enis().isEmpty()) {
                    health = health.failed(operation, fault, rest(operation), now);
                }
                asked.enis().forEach(eni -> health = health.failed(eni, fault, rest(operation), now));
            }
            case CloudOutcome.Throttled<?> _ -> {}
        }
    }

    private IntFunction<Duration> rest(CloudOperation operation) {
        var patience = node.waits()
                .of(
                        switch (operation) {
                            case CREATE_ENI -> Wait.ENI_CREATE;
                            case ATTACH_ENI, ATTACH_MEMBER -> Wait.ENI_OPS;
                            case ASSIGN, UNASSIGN -> Wait.ENI_IP_OPS;
                            case DETACH_ENI, DELETE_ENI -> Wait.ENI_RELEASE;
                        });
        return failures -> patience.after(failures, node.syncPeriod());
    }

    /** These are all that are not ours, and why; those of them of which nothing, or something else, was told before. */
    SortedMap<EniId, Belonging> news(SortedMap<EniId, Belonging> notOurs) {
        var news = new TreeMap<>(notOurs);
        news.entrySet().removeAll(others.entrySet());
        others.clear();
        others.putAll(notOurs);
        return news;
    }

    /** Whether that there is no place for a trunk is so now and was not when this was asked last. */
    synchronized boolean isTrunkNews(boolean crowded) {
        var news = crowded && !trunkCrowded;
        trunkCrowded = crowded;
        return news;
    }
}
