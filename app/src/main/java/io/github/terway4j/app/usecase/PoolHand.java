package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pool.CloudOperation;
import io.github.terway4j.domain.pool.PoolAction;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.Tasks;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Does what the pool has planned, one call at a time, once each. What is given up leaves the stock before the call, so
 * that no pod can get it meanwhile; if the call fails, the next pass stocks it again.
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

    /**
     * Returns what went wrong; empty when nothing did.
     *
     * @param fetching how urgent it is that there be more; giving back has an urgency of its own
     */
    Optional<Fault> perform(PoolAction action, Urgency fetching) {
        // What an earlier call of the same plan was refused, this one would be, too: the next pass plans without it.
        return memory.isPointless(action, tasks.instant()) ? Optional.empty() : call(action, fetching);
    }

    private Optional<Fault> call(PoolAction action, Urgency fetching) {
        var more = cloud.at(fetching);
        var less = cloud.at(Urgency.GIVE_BACK);
        return switch (action) {
            case PoolAction.CreateEni(var vSwitch, var ipv4, var ipv6) -> create(more, vSwitch, ipv4, ipv6);
            case PoolAction.AttachEni(var eni) -> attach(more, eni);
            case PoolAction.AssignAddresses assign -> assign(more, assign);
            case PoolAction.UnassignAddresses(var eni, var addresses) -> unassign(less, eni, addresses);
            case PoolAction.DetachEni(var eni) -> detach(less, eni);
            case PoolAction.DeleteEni(var eni) -> delete(less, eni);
        };
    }

    private Optional<Fault> create(CloudNetwork more, VSwitchId vSwitch, int ipv4, int ipv6) {
        var facts = node.facts();
        var wanted = new NewEni(facts.instance(), vSwitch, facts.securityGroups(), ipv4, ipv6, node.eniTags());
        return after(
                CloudOperation.CREATE_ENI,
                EventReason.CREATE_ENI_FAILED,
                more.create(wanted, token()),
                eni -> created(more, eni));
    }

    private Optional<Fault> created(CloudNetwork more, Eni eni) {
        memory.hasAddresses(eni.vSwitch());
        chronicle.node(
                EventReason.CREATE_ENI_SUCCEED, "%s in %s with %s".formatted(eni.id(), eni.vSwitch(), eni.addresses()));
        return attach(more, eni.id());
    }

    private Optional<Fault> attach(CloudNetwork more, EniId eni) {
        return settled(
                CloudOperation.ATTACH_ENI,
                EventReason.ATTACH_ENI_FAILED,
                more.attach(eni, node.facts().instance()));
    }

    private Optional<Fault> assign(CloudNetwork more, PoolAction.AssignAddresses wanted) {
        var outcome = more.assign(wanted.eni(), wanted.family(), wanted.count(), token());
        return after(CloudOperation.ASSIGN, EventReason.ALLOC_IP_FAILED, outcome, addresses -> {
            memory.vSwitchOf(wanted.eni()).ifPresent(memory::hasAddresses);
            if (book.serving(wanted.eni()).isPresent()) {
                book.change(leases -> leases.stockMore(wanted.eni(), addresses));
                book.stocked.raise();
            }
            return Optional.empty();
        });
    }

    private Optional<Fault> unassign(CloudNetwork less, EniId eni, List<Ip> addresses) {
        var withheld = book.ask(leases -> leases.withhold(addresses));
        return withheld.isEmpty()
                ? Optional.empty()
                : freed(eni, EventReason.RESOURCE_INVALID, less.unassign(eni, withheld));
    }

    private Optional<Fault> detach(CloudNetwork less, EniId eni) {
        return book.servesNoMoreIfUnwanted(eni)
                ? settled(
                        CloudOperation.GIVE_BACK,
                        EventReason.DETACH_ENI_FAILED,
                        less.detach(eni, node.facts().instance()))
                : Optional.empty();
    }

    private Optional<Fault> delete(CloudNetwork less, EniId eni) {
        return freed(eni, EventReason.DELETE_ENI_FAILED, less.delete(eni));
    }

    private Optional<Fault> freed(EniId eni, EventReason failure, CloudOutcome<Nothing> outcome) {
        return after(CloudOperation.GIVE_BACK, failure, outcome, _ -> {
            memory.vSwitchOf(eni).ifPresent(vSwitches::addressFreed);
            return Optional.empty();
        });
    }

    private Optional<Fault> settled(CloudOperation operation, EventReason failure, CloudOutcome<Nothing> outcome) {
        return after(operation, failure, outcome, _ -> Optional.empty());
    }

    private <T> Optional<Fault> after(
            CloudOperation operation, EventReason failure, CloudOutcome<T> outcome, Function<T, Optional<Fault>> next) {
        memory.learn(operation, outcome, fault(outcome), tasks.instant());
        if (outcome instanceof CloudOutcome.Done<T>(var value)) {
            return next.apply(value);
        }
        chronicle.node(failure, outcome.words());
        return Optional.of(fault(outcome));
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
        random.nextBytes(bytes);
        return new ClientToken("terway4j-" + HexFormat.of().formatHex(bytes));
    }
}
