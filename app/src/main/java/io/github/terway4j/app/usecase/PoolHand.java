package io.github.terway4j.app.usecase;

import io.github.terway4j.app.usecase.CloudAnswers.Asked;
import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniUse;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.CloudOperation;
import io.github.terway4j.domain.pool.PoolAction;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Does what the pool has planned, each action once; several may be done at a time. What is given up leaves the stock
 * before the call, so that no pod can get it meanwhile; if the cloud refuses, the next pass stocks it again.
 */
public final class PoolHand {
    private final CloudNetwork cloud;
    private final Node node;
    private final NodeBook book;
    private final VSwitchShelf vSwitches;
    private final PoolMemory memory;
    private final PoolNews news;
    private final Endings endings;
    private final CloudAnswers answers;
    private final Tasks tasks;
    private final RandomGenerator random;
    private final Meter meter;
    private final ReentrantLock chance = new ReentrantLock();

    public PoolHand(
            CloudNetwork cloud,
            Node node,
            NodeBook book,
            VSwitchShelf vSwitches,
            PoolMemory memory,
            PoolNews news,
            Endings endings,
            Tasks tasks,
            RandomGenerator random,
            Meter meter) {
        this.cloud = cloud;
        this.node = node;
        this.book = book;
        this.vSwitches = vSwitches;
        this.memory = memory;
        this.news = news;
        this.endings = endings;
        this.answers = new CloudAnswers(memory, news, tasks);
        this.tasks = tasks;
        this.random = random;
        this.meter = meter;
    }

    ActionOutcome perform(PoolAction action, Urgency urgency) {
        // What an earlier call of the same plan was refused, this one would be, too: the next pass plans without it.
        return memory.isPointless(action, tasks.instant())
                ? new ActionOutcome.Needless()
                : call(action, cloud.at(urgency));
    }

    private ActionOutcome call(PoolAction action, CloudNetwork cloud) {
        return switch (action) {
            case PoolAction.CreateEni create -> create(cloud, create);
            case PoolAction.CreateMember create -> create(cloud, create);
            case PoolAction.AttachEni(var eni) -> attach(cloud, eni, atTheInstance());
            case PoolAction.AttachMember(var eni, var trunk) -> attach(cloud, eni, behind(trunk));
            case PoolAction.AssignAddresses(var eni, var family, var count) ->
                assigned(eni, Portion.ADDRESS, cloud.assign(eni, family, count, token()));
            case PoolAction.AssignPrefixes(var eni, var family, var count) ->
                assigned(eni, Portion.PREFIX, cloud.assignPrefixes(eni, family, count, token()));
            case PoolAction.UnassignAddresses(var eni, var addresses) ->
                giveBack(
                        eni,
                        Portion.ADDRESS,
                        book.ask(leases -> leases.withhold(addresses)),
                        withheld -> cloud.unassign(eni, withheld));
            case PoolAction.UnassignPrefixes(var eni, var prefixes) ->
                giveBack(
                        eni,
                        Portion.PREFIX,
                        book.ask(leases -> leases.withholdBlocks(prefixes)),
                        withheld -> cloud.unassignPrefixes(eni, withheld));
            case PoolAction.DetachEni(var eni) -> detach(cloud, eni);
            case PoolAction.DeleteEni(var eni) -> delete(cloud, eni);
        };
    }

    private ActionOutcome create(CloudNetwork cloud, PoolAction.CreateEni create) {
        var facts = node.facts();
        var wanted = new NewEni(
                facts.instance(),
                create.vSwitch(),
                create.use(),
                facts.securityGroups(),
                create.ipv4(),
                create.ipv6(),
                create.ipv4Prefixes(),
                create.ipv6Prefixes(),
                node.eniTags());
        return create(cloud, wanted, atTheInstance());
    }

    private ActionOutcome create(CloudNetwork cloud, PoolAction.CreateMember create) {
        var facts = node.facts();
        var wanted = new NewEni(
                facts.instance(),
                create.vSwitch(),
                EniUse.MEMBER,
                facts.securityGroups(),
                create.ipv4(),
                create.ipv6(),
                0,
                0,
                node.eniTags());
        return create(cloud, wanted, behind(create.trunk()));
    }

    private Berth atTheInstance() {
        return Berth.at(node.facts().instance());
    }

    private Berth behind(EniId trunk) {
        return Berth.behind(trunk, node.facts().instance());
    }

    private ActionOutcome create(CloudNetwork cloud, NewEni wanted, Berth berth) {
        var portion = wanted.ipv4Prefixes() > 0 ? Portion.PREFIX : Portion.ADDRESS;
        var asked = new Asked(CloudOperation.CREATE_ENI, portion, EventReason.CREATE_ENI_FAILED, List.of());
        return answers.after(asked, cloud.create(wanted, token()), eni -> {
            memory.has(portion, eni.vSwitch());
            memory.arrivals().made(eni, tasks.instant());
            news.created(eni);
            return attachNewborn(cloud, eni.id(), berth);
        });
    }

    /** What the instance has no place for is not left lying about; nobody can be on it yet. */
    private ActionOutcome attachNewborn(CloudNetwork cloud, EniId eni, Berth berth) {
        // Begun: left as it is, it would have to be looked for by its mark.
        var outcome = cloud.at(Urgency.WAITING_POD).attach(eni, berth);
        var attached = attached(eni, berth, outcome);
        if (outcome instanceof CloudOutcome.LimitReached<Nothing> || outcome instanceof CloudOutcome.Denied<Nothing>) {
            deleted(eni, List.of(), Portion.ADDRESS, cloud.delete(eni));
        }
        return attached instanceof ActionOutcome.PutOff(var length, var why)
                ? new ActionOutcome.LeftOff(length, why)
                : attached;
    }

    private ActionOutcome attach(CloudNetwork cloud, EniId eni, Berth berth) {
        return attached(eni, berth, cloud.attach(eni, berth));
    }

    private ActionOutcome attached(EniId eni, Berth berth, CloudOutcome<Nothing> outcome) {
        var operation = berth.trunk().isPresent() ? CloudOperation.ATTACH_MEMBER : CloudOperation.ATTACH_ENI;
        var asked = Asked.of(operation, Portion.ADDRESS, EventReason.ATTACH_ENI_FAILED, eni);
        return answers.after(asked, outcome, _ -> {
            memory.arrivals().attached(eni);
            endings.begun(eni, Endings.Way.IN);
            return new ActionOutcome.Done();
        });
    }

    private <T> ActionOutcome assigned(EniId eni, Portion portion, CloudOutcome<List<T>> outcome) {
        var asked = Asked.of(CloudOperation.ASSIGN, portion, EventReason.ALLOC_IP_FAILED, eni);
        return answers.after(asked, outcome, given -> {
            memory.vSwitchOf(eni).ifPresent(vSwitch -> memory.has(portion, vSwitch));
            memory.partings().given(eni, given);
            if (book.serving(eni).isPresent()) {
                book.change(leases -> leases.stockMore(eni, of(given, Ip.class), of(given, IpPrefix.class)));
                book.stocked.raise();
            }
            return new ActionOutcome.Done();
        });
    }

    private static <T> List<T> of(List<?> things, Class<T> kind) {
        return things.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T> ActionOutcome giveBack(
            EniId eni, Portion portion, List<T> withheld, Function<List<T>, CloudOutcome<Nothing>> call) {
        return withheld.isEmpty()
                ? new ActionOutcome.Needless()
                : freed(
                        CloudOperation.UNASSIGN,
                        eni,
                        portion,
                        EventReason.RESOURCE_INVALID,
                        parting(call.apply(withheld), now -> memory.partings().with(eni, withheld, now)),
                        withheld);
    }

    private ActionOutcome detach(CloudNetwork cloud, EniId eni) {
        if (!book.servesNoMoreIfUnwanted(eni)) {
            return new ActionOutcome.Needless();
        }
        var asked = Asked.of(CloudOperation.DETACH_ENI, Portion.ADDRESS, EventReason.DETACH_ENI_FAILED, eni);
        var outcome = cloud.detach(eni, memory.trunkOf(eni).map(this::behind).orElseGet(this::atTheInstance));
        return answers.after(asked, parting(outcome, now -> memory.partings().with(eni, now)), _ -> {
            endings.begun(eni, Endings.Way.OUT);
            return new ActionOutcome.Done();
        });
    }

    /** What the cloud has taken, or may yet take, is ours no more. */
    private CloudOutcome<Nothing> parting(CloudOutcome<Nothing> outcome, Consumer<Instant> parts) {
        if (outcome instanceof CloudOutcome.Done<Nothing> || outcome instanceof CloudOutcome.Unknown<Nothing>) {
            parts.accept(tasks.instant());
        }
        return outcome;
    }

    private ActionOutcome delete(CloudNetwork cloud, EniId eni) {
        if (!book.servesNoMoreIfUnwanted(eni)) {
            return new ActionOutcome.Needless();
        }
        var seen = memory.seen(eni);
        List<Object> all = new ArrayList<>();
        seen.ifPresent(one -> {
            all.addAll(one.addresses());
            all.addAll(one.prefixes());
        });
        // What comes back is what it had, whatever the node's next one would be born with.
        var portion = all.stream().anyMatch(IpPrefix.class::isInstance) ? Portion.PREFIX : Portion.ADDRESS;
        return deleted(eni, all, portion, cloud.delete(eni));
    }

    private ActionOutcome deleted(EniId eni, List<?> all, Portion portion, CloudOutcome<Nothing> outcome) {
        return freed(CloudOperation.DELETE_ENI, eni, portion, EventReason.DELETE_ENI_FAILED, outcome, all);
    }

    private ActionOutcome freed(
            CloudOperation operation,
            EniId eni,
            Portion portion,
            EventReason failure,
            CloudOutcome<Nothing> outcome,
            List<?> things) {
        return answers.after(Asked.of(operation, portion, failure, eni), outcome, _ -> {
            tellGivenUp(eni, things);
            memory.vSwitchOf(eni).ifPresent(vSwitch -> {
                memory.has(portion, vSwitch);
                vSwitches.addressFreed(vSwitch);
            });
            if (operation == CloudOperation.DELETE_ENI) {
                memory.arrivals().gone(eni);
                endings.begun(eni, Endings.Way.GONE);
            }
            return new ActionOutcome.Done();
        });
    }

    private void tellGivenUp(EniId eni, List<?> things) {
        boolean member = memory.seen(eni).filter(Eni::isMember).isPresent();
        for (var family : IpFamily.values()) {
            int count =
                    things.stream().mapToInt(thing -> addresses(thing, family)).sum();
            if (count > 0) {
                meter.measured(new Measurement.GivenUp(member, family, count));
            }
        }
    }

    /** An IPv6 block has no number that would say anything. */
    private static int addresses(Object thing, IpFamily family) {
        return switch (thing) {
            case Ip ip when ip.family() == family -> 1;
            case IpPrefix prefix
            when prefix.family() == family -> family == IpFamily.V4 ? Portion.PREFIX.ipv4Addresses() : 1;
            default -> 0;
        };
    }

    /**
     * One that no other call has, of this life or another, even where chance begins anew, as in a machine that is restored
     * from an image: the cloud would take the call for the earlier one.
     */
    private ClientToken token() {
        var bytes = new byte[16];
        chance.lock();
        try {
            random.nextBytes(bytes);
        } finally {
            chance.unlock();
        }
        return new ClientToken("terway4j-%x-%s"
                .formatted(tasks.instant().toEpochMilli(), HexFormat.of().formatHex(bytes)));
    }
}
