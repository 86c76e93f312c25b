package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pool.CloudOperation;
import io.github.terway4j.domain.pool.PoolAction;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.Tasks;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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
    private final Chronicle chronicle;
    private final Tasks tasks;
    private final RandomGenerator random;
    private final ReentrantLock chance = new ReentrantLock();

    public PoolHand(
            CloudNetwork cloud,
            Node node,
            NodeBook book,
            VSwitchShelf vSwitches,
            PoolMemory memory,
            Chronicle chronicle,
            Tasks tasks,
            RandomGenerator random) {
        this.cloud = cloud;
        this.node = node;
        this.book = book;
        this.vSwitches = vSwitches;
        this.memory = memory;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.random = random;
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
            case PoolAction.AttachEni(var eni) -> attach(cloud, eni);
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
        var portion = create.ipv4Prefixes() > 0 ? Portion.PREFIX : Portion.ADDRESS;
        var outcome = cloud.create(wanted, token());
        return after(CloudOperation.CREATE_ENI, portion, EventReason.CREATE_ENI_FAILED, outcome, eni -> {
            memory.has(portion, eni.vSwitch());
            chronicle.node(
                    EventReason.CREATE_ENI_SUCCEED, "%s in %s with %s".formatted(eni.id(), eni.vSwitch(), told(eni)));
            return attach(cloud, eni.id());
        });
    }

    private static List<Object> told(Eni eni) {
        return Stream.<Object>concat(eni.addresses().stream(), eni.prefixes().stream())
                .toList();
    }

    private ActionOutcome attach(CloudNetwork cloud, EniId eni) {
        return settled(
                CloudOperation.ATTACH_ENI,
                EventReason.ATTACH_ENI_FAILED,
                cloud.attach(eni, node.facts().instance()));
    }

    private <T> ActionOutcome assigned(EniId eni, Portion portion, CloudOutcome<List<T>> outcome) {
        return after(CloudOperation.ASSIGN, portion, EventReason.ALLOC_IP_FAILED, outcome, given -> {
            memory.vSwitchOf(eni).ifPresent(vSwitch -> memory.has(portion, vSwitch));
            memory.partings().given(given);
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
                        eni,
                        portion,
                        EventReason.RESOURCE_INVALID,
                        parting(call.apply(withheld), now -> memory.partings().with(withheld, now)));
    }

    private ActionOutcome detach(CloudNetwork cloud, EniId eni) {
        return book.servesNoMoreIfUnwanted(eni)
                ? settled(
                        CloudOperation.GIVE_BACK,
                        EventReason.DETACH_ENI_FAILED,
                        parting(
                                cloud.detach(eni, node.facts().instance()),
                                now -> memory.partings().with(eni, now)))
                : new ActionOutcome.Needless();
    }

    /** What the cloud has taken, or may yet take, is ours no more. */
    private CloudOutcome<Nothing> parting(CloudOutcome<Nothing> outcome, Consumer<Instant> parts) {
        if (outcome instanceof CloudOutcome.Done<Nothing> || outcome instanceof CloudOutcome.Unknown<Nothing>) {
            parts.accept(tasks.instant());
        }
        return outcome;
    }

    private ActionOutcome delete(CloudNetwork cloud, EniId eni) {
        return book.servesNoMoreIfUnwanted(eni)
                ? freed(eni, node.limits().portion(), EventReason.DELETE_ENI_FAILED, cloud.delete(eni))
                : new ActionOutcome.Needless();
    }

    private ActionOutcome freed(EniId eni, Portion portion, EventReason failure, CloudOutcome<Nothing> outcome) {
        return after(CloudOperation.GIVE_BACK, portion, failure, outcome, _ -> {
            memory.vSwitchOf(eni).ifPresent(vSwitch -> {
                memory.has(portion, vSwitch);
                vSwitches.addressFreed(vSwitch);
            });
            return new ActionOutcome.Done();
        });
    }

    private ActionOutcome settled(CloudOperation operation, EventReason failure, CloudOutcome<Nothing> outcome) {
        return after(operation, Portion.ADDRESS, failure, outcome, _ -> new ActionOutcome.Done());
    }

    private <T> ActionOutcome after(
            CloudOperation operation,
            Portion portion,
            EventReason failure,
            CloudOutcome<T> outcome,
            Function<T, ActionOutcome> next) {
        memory.learn(operation, portion, outcome, fault(outcome), tasks.instant());
        return switch (outcome) {
            case CloudOutcome.Done<T>(var value) -> next.apply(value);
            // Nobody need be told: it is how the cloud is kept from complaining.
            case CloudOutcome.Throttled<T>(var length) -> new ActionOutcome.PutOff(length, fault(outcome));
            case CloudOutcome<T> failed -> {
                chronicle.node(failure, failed.words());
                yield new ActionOutcome.Failed(fault(failed));
            }
        };
    }

    private static <T> Fault fault(CloudOutcome<T> failed) {
        return switch (failed) {
            case CloudOutcome.VSwitchExhausted<T> _, CloudOutcome.LimitReached<T> _ ->
                new Fault.Capacity(failed.words());
            case CloudOutcome.Denied<T> _ -> new Fault.Configuration(failed.words());
            case CloudOutcome.Done<T> _,
                    CloudOutcome.Throttled<T> _,
                    CloudOutcome.NotFound<T> _,
                    CloudOutcome.Conflict<T> _,
                    CloudOutcome.Unforeseen<T> _,
                    CloudOutcome.Unknown<T> _ -> new Fault.Outside(failed.words());
        };
    }

    private ClientToken token() {
        var bytes = new byte[16];
        chance.lock();
        try {
            random.nextBytes(bytes);
        } finally {
            chance.unlock();
        }
        return new ClientToken("terway4j-" + HexFormat.of().formatHex(bytes));
    }
}
