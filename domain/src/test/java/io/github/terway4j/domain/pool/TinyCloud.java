package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniUse;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.LeaseDecision;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.lease.Unheld;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cloud and a node in a page: does what a plan says, refuses what the real ones would, and counts. The node's book and
 * desk are the real ones.
 */
final class TinyCloud {
    static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

    private final PoolLimits limits;
    private final boolean vSwitch;
    private final LeaseDesk desk;
    private final LeaseBook book = new LeaseBook();
    private final TreeMap<EniId, Eni> enis = new TreeMap<>();
    private PoolHealth health = PoolHealth.GOOD;
    private int lastTag;
    private int lastEni = 100;
    private int lastAddress;
    private int lastBlock;
    private int lastPod;
    int freeBlocks = Integer.MAX_VALUE;
    int bought;
    int calls;

    TinyCloud(PoolLimits limits, boolean vSwitch, List<Holding> holdings) {
        this.limits = limits;
        this.vSwitch = vSwitch;
        desk = new LeaseDesk(limits.families(), new Cooldown(Duration.ZERO), EniSelection.MOST_IPS);
        for (var holding : holdings) {
            var unheld = holding.unheld().stream().map(Unheld::ip).toList();
            var held = limits.families().stream()
                    .map(family -> holding.eni().addresses(family).stream()
                            .filter(ip -> !unheld.contains(ip))
                            .toList())
                    .toList();
            enis.put(holding.eni().id(), holding.eni());
            IntStream.range(0, held.getFirst().size())
                    .mapToObj(pod ->
                            held.stream().map(ofFamily -> ofFamily.get(pod)).toList())
                    .forEach(ips -> book.grant(lease(holding.eni().id(), DualStack.ofIps(ips))));
        }
        stock();
    }

    PoolView view(int starving) {
        var places = new Birthplaces(vSwitch ? List.of(Enis.VSWITCH) : List.of(), List.of());
        return new PoolView(holdings(), places, starving, health);
    }

    /** The plan while so many pods wait that want RDMA. */
    PoolPlan planRdma(WarmTarget target, int starving) {
        var view = view(0);
        return PoolPlanner.plan(
                target, limits, new PoolView(view.holdings(), view.birthplaces(), 0, starving, health), NOW);
    }

    /** The plan while so many pods wait that want an ENI behind the trunk. */
    PoolPlan planMembers(WarmTarget target, int starving) {
        var view = view(0);
        return PoolPlanner.plan(
                target,
                limits,
                new PoolView(view.holdings(), view.birthplaces(), new Starving(0, 0, starving), health),
                NOW);
    }

    /** The plan while so many pods wait that want an ENI of their own, and so many that share. */
    PoolPlan planWhole(WarmTarget target, int sharing, int starving) {
        var view = view(0);
        return PoolPlanner.plan(
                target,
                limits,
                new PoolView(view.holdings(), view.birthplaces(), new Starving(sharing, 0, 0, starving), health),
                NOW);
    }

    List<Holding> holdings() {
        book.wake(desk.cooldown(), NOW);
        return enis.values().stream().map(eni -> Holding.of(eni, book)).toList();
    }

    PoolPlan plan(WarmTarget target, int starving) {
        return PoolPlanner.plan(target, limits, view(starving), NOW);
    }

    /** Does what the plan says, and keeps what it would give up in mind for the next one. */
    void perform(PoolPlan plan) {
        plan.actions().forEach(this::perform);
        book.mark(plan.marks());
        stock();
    }

    /** Attached ENIs serve, and no others. */
    private void stock() {
        for (var eni : enis.values()) {
            if (eni.status() == EniStatus.IN_USE) {
                book.stock(eni.id(), limits.singles(eni), eni.prefixes());
            } else {
                book.unstock(eni.id());
            }
        }
    }

    private void perform(PoolAction action) {
        calls++;
        switch (action) {
            case PoolAction.CreateEni(var where, var use, var ipv4, var ipv6, var ipv4Prefixes, var ipv6Prefixes) -> {
                assertEquals(Enis.VSWITCH_ID, where);
                assertTrue(ipv4 >= 1 && ipv4 <= 10 && ipv6 <= 10 && ipv4Prefixes <= 10, action::toString);
                assertTrue(ipv4 == 1 || ipv4Prefixes == 0, action::toString);
                assertTrue(ipv6 == 0 || ipv6Prefixes == 0, action::toString);
                assertTrue(
                        ofTheInstance() < limits.maxEnis() + limits.otherEnis(),
                        () -> action + " beside " + enis.keySet());
                if (hasBlocks(ipv4Prefixes)) {
                    put(Enis.eni(++lastEni, EniStatus.AVAILABLE, ipv4, ipv6)
                            .with(use.kind())
                            .with(Enis.OURS
                                    .with(use.traffic())
                                    .with(use == EniUse.WHOLE ? Enis.OURS.tags().and(Marks.WHOLE) : Enis.OURS.tags()))
                            .withPrefixes(blocks(ipv4Prefixes, ipv6Prefixes)));
                    bought += ipv4 + 16 * ipv4Prefixes;
                }
            }
            case PoolAction.CreateMember(var where, var trunk, var ipv4, var ipv6) -> {
                assertEquals(Enis.VSWITCH_ID, where);
                assertEquals(1, ipv4, action::toString);
                assertEquals(EniKind.TRUNK, attached(trunk).kind());
                assertTrue(
                        enis.size() - ofTheInstance() < limits.members().most(),
                        () -> action + " beside " + enis.keySet());
                put(Enis.eni(++lastEni, EniStatus.AVAILABLE, ipv4, ipv6)
                        .with(Enis.OURS.with(Enis.OURS.tags().and(Marks.MEMBER))));
                bought += ipv4;
            }
            case PoolAction.AttachMember(var id, var trunk) -> {
                assertEquals(EniKind.TRUNK, attached(trunk).kind());
                assertTrue(eni(id).isMember(), action::toString);
                become(id, EniStatus.AVAILABLE, EniStatus.ATTACHING);
                put(eni(id).with(EniKind.MEMBER).with(eni(id).traits().ridingOn(trunk, new VlanId(++lastTag))));
            }
            case PoolAction.AttachEni(var id) -> become(id, EniStatus.AVAILABLE, EniStatus.ATTACHING);
            case PoolAction.AssignAddresses(var id, var family, var count) -> {
                assertTrue(count >= 1 && count <= 10, action::toString);
                var addresses = new ArrayList<>(attached(id).addresses());
                for (int i = 0; i < count; i++) {
                    var last = ++lastAddress;
                    addresses.add(family == IpFamily.V4 ? Ip.parse("10.1.0.0").plus(last) : Enis.v6(0xffff, last));
                }
                put(attached(id), addresses);
                bought += family == IpFamily.V4 ? count : 0;
            }
            case PoolAction.AssignPrefixes(var id, var family, var count) -> {
                assertTrue(count >= 1 && count <= 10, action::toString);
                var v4 = family == IpFamily.V4 ? count : 0;
                if (hasBlocks(v4)) {
                    put(attached(id)
                            .withPrefixes(
                                    Stream.concat(attached(id).prefixes().stream(), blocks(v4, count - v4).stream())
                                            .toList()));
                    bought += 16 * v4;
                }
            }
            case PoolAction.UnassignAddresses(var id, var gone) -> {
                assertEquals(gone, book.withhold(gone), () -> gone + " of which some are held or were not marked");
                assertEquals(1, gone.stream().map(Ip::family).distinct().count());
                assertTrue(gone.size() <= 10, gone::toString);
                var eni = attached(id);
                assertTrue(!gone.contains(eni.primaryAddress()), gone::toString);
                put(eni, without(eni.addresses(), gone));
            }
            case PoolAction.UnassignPrefixes(var id, var gone) -> {
                assertEquals(
                        gone, book.withholdBlocks(gone), () -> gone + " of which some are used or were not marked");
                assertTrue(gone.size() <= 10, gone::toString);
                put(attached(id).withPrefixes(without(attached(id).prefixes(), gone)));
                freeBlocks += gone.size();
                health = health.hasBlocks(Enis.VSWITCH_ID);
            }
            case PoolAction.DetachEni(var id) -> {
                assertTrue(book.mayGo(id), () -> id + " serves pods, or was not marked");
                become(id, EniStatus.IN_USE, EniStatus.DETACHING);
            }
            case PoolAction.DeleteEni(var id) -> {
                assertTrue(book.mayGo(id), () -> id + " serves pods");
                become(id, EniStatus.AVAILABLE, EniStatus.DELETING);
            }
        }
    }

    private long ofTheInstance() {
        return enis.values().stream().filter(eni -> !eni.isMember()).count();
    }

    private boolean hasBlocks(int wanted) {
        if (wanted > freeBlocks) {
            health = health.outOfBlocks(Enis.VSWITCH_ID, NOW);
            return false;
        }
        freeBlocks -= wanted;
        return true;
    }

    private List<IpPrefix> blocks(int v4, int v6) {
        var blocks = new ArrayList<IpPrefix>();
        for (int i = 0; i < v4; i++) {
            blocks.add(IpPrefix.around(Ip.parse("10.2.0.0").plus(16L * ++lastBlock)));
        }
        for (int i = 0; i < v6; i++) {
            blocks.add(IpPrefix.parse("fd01:%x::/80".formatted(++lastBlock)));
        }
        return blocks;
    }

    /** What was on its way arrives. */
    boolean timePasses() {
        var moved = false;
        for (var eni : List.copyOf(enis.values())) {
            switch (eni.status()) {
                case ATTACHING -> become(eni.id(), EniStatus.ATTACHING, EniStatus.IN_USE);
                case DETACHING -> {
                    become(eni.id(), EniStatus.DETACHING, EniStatus.AVAILABLE);
                    put(eni(eni.id()).with(eni.isMember() ? EniKind.SECONDARY : eni.kind()));
                }
                case DELETING -> enis.remove(eni.id());
                case AVAILABLE, IN_USE, STRANGE -> {
                    continue;
                }
            }
            moved = true;
        }
        stock();
        return moved;
    }

    /** Gives up to {@code starving} pods an address of each family, and returns how many still wait. */
    int serve(int starving) {
        for (var left = starving; left > 0; left--) {
            var pod = "pod-%05d".formatted(++lastPod);
            var decision = desk.ask(book, sandbox(pod), new PodRef("default", pod), NOW);
            if (decision instanceof LeaseDecision.Starved) {
                return left;
            }
        }
        return 0;
    }

    /** So many pods end; those that came last, first. */
    void end(int pods) {
        var leases = book.leases();
        leases.subList(leases.size() - pods, leases.size()).forEach(lease -> book.takeBack(lease.key(), NOW));
    }

    int pods() {
        return book.leases().size();
    }

    private Lease lease(EniId eni, DualStack<Ip> addresses) {
        var pod = "pod-%05d".formatted(++lastPod);
        return new Lease(sandbox(pod), new PodRef("default", pod), eni, addresses, NOW);
    }

    private static AttachmentKey sandbox(String pod) {
        return new AttachmentKey(pod, new LinkName("eth0"));
    }

    private static <T> List<T> without(List<T> all, List<T> gone) {
        return all.stream().filter(one -> !gone.contains(one)).toList();
    }

    private Eni attached(EniId id) {
        var eni = eni(id);
        assertEquals(EniStatus.IN_USE, eni.status());
        return eni;
    }

    private void become(EniId id, EniStatus from, EniStatus to) {
        var eni = eni(id);
        assertEquals(from, eni.status(), () -> id + " shall become " + to);
        put(eni.with(to));
    }

    private Eni eni(EniId id) {
        return Objects.requireNonNull(enis.get(id), () -> id + " is not there");
    }

    private void put(Eni eni, List<Ip> addresses) {
        put(eni.withAddresses(addresses));
    }

    private void put(Eni eni) {
        for (var family : IpFamily.values()) {
            assertTrue(
                    eni.count(family) + eni.prefixes(family).size() <= limits.addressesPerEni(),
                    () -> eni + " has too many");
        }
        enis.put(eni.id(), eni);
    }
}
