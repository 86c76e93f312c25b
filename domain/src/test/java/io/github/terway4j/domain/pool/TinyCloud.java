package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Holding.Unheld;
import io.github.terway4j.domain.vswitch.Birthplaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cloud and a node in a page: does what a plan says, refuses what the real ones would, and counts. */
final class TinyCloud {
    private final PoolLimits limits;
    private final boolean vSwitch;
    private final TreeMap<EniId, Eni> enis = new TreeMap<>();
    private final TreeSet<Ip> held = new TreeSet<>();
    private final TreeSet<Ip> marked = new TreeSet<>();
    private int lastEni = 100;
    private int lastAddress;
    int bought;
    int calls;

    TinyCloud(PoolLimits limits, boolean vSwitch, List<Holding> holdings) {
        this.limits = limits;
        this.vSwitch = vSwitch;
        for (var holding : holdings) {
            enis.put(holding.eni().id(), holding.eni());
            held.addAll(holding.eni().addresses());
            holding.unheld().forEach(free -> held.remove(free.ip()));
        }
    }

    PoolView view(int starving) {
        var places = new Birthplaces(vSwitch ? List.of(Enis.VSWITCH) : List.of(), List.of());
        return new PoolView(holdings(), places, starving, PoolHealth.GOOD);
    }

    List<Holding> holdings() {
        return enis.values().stream().map(this::holding).toList();
    }

    private Holding holding(Eni eni) {
        return new Holding(
                eni,
                unheld(eni).stream()
                        .map(ip -> new Unheld(ip, marked.contains(ip) ? Standing.MARKED : Standing.READY))
                        .toList());
    }

    /** Does what the plan says, and keeps what it would give up in mind for the next one. */
    void perform(PoolPlan plan) {
        plan.actions().forEach(this::perform);
        marked.clear();
        plan.marks().stream().filter(ip -> !held.contains(ip)).forEach(marked::add);
    }

    private List<Ip> unheld(Eni eni) {
        return eni.addresses().stream().filter(ip -> !held.contains(ip)).toList();
    }

    private void perform(PoolAction action) {
        calls++;
        switch (action) {
            case PoolAction.CreateEni(var where, var ipv4, var ipv6) -> {
                assertEquals(Enis.VSWITCH_ID, where);
                assertTrue(ipv4 >= 1 && ipv4 <= 10 && ipv6 <= 10, action::toString);
                assertTrue(enis.size() < limits.maxEnis(), () -> action + " beside " + enis.keySet());
                put(Enis.eni(++lastEni, EniStatus.AVAILABLE, ipv4, ipv6));
                bought += ipv4;
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
            case PoolAction.UnassignAddresses(var id, var gone) -> {
                var eni = attached(id);
                assertTrue(unheld(eni).containsAll(gone), () -> gone + " of which pods hold some");
                assertTrue(marked.containsAll(gone), () -> gone + " of which some were not marked");
                assertEquals(1, gone.stream().map(Ip::family).distinct().count());
                assertTrue(gone.size() <= 10, gone::toString);
                assertTrue(!gone.isEmpty() && !gone.contains(eni.primaryAddress()), gone::toString);
                put(
                        eni,
                        eni.addresses().stream()
                                .filter(ip -> !gone.contains(ip))
                                .toList());
            }
            case PoolAction.DetachEni(var id) -> {
                nobodyIsOn(id);
                become(id, EniStatus.IN_USE, EniStatus.DETACHING);
            }
            case PoolAction.DeleteEni(var id) -> {
                nobodyIsOn(id);
                become(id, EniStatus.AVAILABLE, EniStatus.DELETING);
            }
        }
    }

    /** What was on its way arrives. */
    boolean timePasses() {
        var moved = false;
        for (var eni : List.copyOf(enis.values())) {
            switch (eni.status()) {
                case ATTACHING -> become(eni.id(), EniStatus.ATTACHING, EniStatus.IN_USE);
                case DETACHING -> become(eni.id(), EniStatus.DETACHING, EniStatus.AVAILABLE);
                case DELETING -> enis.remove(eni.id());
                case AVAILABLE, IN_USE -> {
                    continue;
                }
            }
            moved = true;
        }
        return moved;
    }

    /** Gives up to {@code starving} pods an address of each family, and returns how many still wait. */
    int serve(int starving) {
        var left = starving;
        for (var holding : holdings()) {
            for (int pod = Math.min(
                            left,
                            holding.is(EniStatus.IN_USE)
                                    ? Stand.of(holding, limits).idle()
                                    : 0);
                    pod > 0;
                    pod--) {
                for (var family : limits.families()) {
                    hold(Collections.min(unheld(holding.eni()).stream()
                            .filter(ip -> ip.family() == family)
                            .toList()));
                }
                left--;
            }
        }
        return left;
    }

    /** So many pods end; those that came last, first. */
    void end(int pods) {
        for (int pod = 0; pod < pods; pod++) {
            for (var family : limits.families()) {
                held.remove(held.stream()
                        .filter(ip -> ip.family() == family)
                        .reduce((_, last) -> last)
                        .orElseThrow());
            }
        }
    }

    private void hold(Ip ip) {
        held.add(ip);
        marked.remove(ip);
    }

    private Eni attached(EniId id) {
        var eni = eni(id);
        assertEquals(EniStatus.IN_USE, eni.status());
        return eni;
    }

    private void nobodyIsOn(EniId id) {
        assertEquals(eni(id).addresses(), unheld(eni(id)), () -> id + " serves pods");
        assertTrue(marked.containsAll(eni(id).addresses()), () -> id + " was not marked");
    }

    private void become(EniId id, EniStatus from, EniStatus to) {
        var eni = eni(id);
        assertEquals(from, eni.status(), () -> id + " shall become " + to);
        put(new Eni(id, eni.mac(), eni.kind(), to, eni.vSwitch(), eni.addresses()));
    }

    private Eni eni(EniId id) {
        return Objects.requireNonNull(enis.get(id), () -> id + " is not there");
    }

    private void put(Eni eni, List<Ip> addresses) {
        put(new Eni(eni.id(), eni.mac(), eni.kind(), eni.status(), eni.vSwitch(), addresses));
    }

    private void put(Eni eni) {
        for (var family : IpFamily.values()) {
            assertTrue(eni.count(family) <= limits.addressesPerEni(), () -> eni + " has too many");
        }
        enis.put(eni.id(), eni);
    }
}
