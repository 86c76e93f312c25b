package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws worlds: namespaces joined by cables, most of which have addresses at both ends as somebody sane would give them;
 * and then all sorts of things that may or may not make sense. The same chance makes the same world.
 */
final class WorldMaker {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final List<Integer> TABLES =
            List.of(RouteTables.MAIN, RouteTables.MAIN, 10, 20, 1001, RouteTables.LOCAL);
    private static final List<Integer> PRIORITIES = List.of(5, 512, 512, 1000, 2048, 2048, 32_766, 40_000);
    private static final List<String> SETTINGS_V4 =
            List.of("forwarding", "forwarding", "rp_filter", "rp_filter", "accept_local", "route_localnet");
    private static final List<String> SETTINGS_V6 = List.of("forwarding", "forwarding", "disable_ipv6");
    private static final List<Integer> MTUS = List.of(1500, 1400, 1280, 1000);
    private static final LinkName LOOPBACK = new LinkName("lo");
    private static final int PROTOCOL = 84;

    /** The end of a cable, and the addresses that it would have in a sane world. */
    private record End(NetNs ns, LinkName link, Mac mac, Ip v4, Ip v6, int cable) {
        Ip ip(IpFamily family) {
            return family == IpFamily.V4 ? v4 : v6;
        }
    }

    private final RandomGenerator chance;
    private final List<NetNs> namespaces;
    private final List<End> ends = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();

    private WorldMaker(RandomGenerator chance) {
        this.chance = chance;
        namespaces = NAMES.subList(0, chance.nextInt(2, NAMES.size() + 1)).stream()
                .map(World::ns)
                .toList();
    }

    static World draw(RandomGenerator chance) {
        return new WorldMaker(chance).world();
    }

    private World world() {
        namespaces.stream().filter(_ -> happens(90)).forEach(ns -> make(new KernelObject.LinkUp(ns, LOOPBACK)));
        int cables = chance.nextInt(1, namespaces.size() + 3);
        IntStream.range(0, cables).forEach(this::lay);
        namespaces.stream().filter(_ -> happens(70)).forEach(this::forward);
        ends.stream().filter(_ -> happens(85)).forEach(this::dress);
        for (var family : IpFamily.values()) {
            ends.stream().filter(_ -> happens(70)).forEach(end -> lead(end, family));
        }
        int odd = chance.nextInt(0, 14);
        IntStream.range(0, odd).forEach(_ -> oneOddThing());
        return new World(
                namespaces, deeds, IntStream.range(0, 8).mapToObj(_ -> shot()).toList());
    }

    /** The first cables join all namespaces, the others any two, or one with itself. */
    private void lay(int cable) {
        var here = cable < namespaces.size() - 1 ? namespaces.get(chance.nextInt(0, cable + 1)) : any(namespaces);
        var there = cable < namespaces.size() - 1 ? namespaces.get(cable + 1) : any(namespaces);
        var first = end(here, "x" + cable, cable, 1);
        var second = end(there, "y" + cable, cable, 2);
        ends.add(first);
        ends.add(second);
        make(pair(first, second, new Mtu(happens(85) ? 1500 : any(MTUS))));
    }

    private static End end(NetNs ns, String name, int cable, int number) {
        return new End(
                ns,
                new LinkName(name),
                Mac.local(cable * 10L + number),
                Ip.parse("10.0.%d.%d".formatted(cable, number)),
                Ip.parse("fd00::%d:0:%d".formatted(cable + 1, number)),
                cable);
    }

    private static KernelObject.VethPair pair(End one, End other, Mtu mtu) {
        return new KernelObject.VethPair(one.ns, one.link, one.mac, other.ns, other.link, other.mac, mtu, "");
    }

    private void forward(NetNs ns) {
        make(new KernelObject.Sysctl(ns, "net/ipv4/ip_forward", "1"));
        make(new KernelObject.Sysctl(ns, "net/ipv6/conf/all/forwarding", "1"));
    }

    private void dress(End end) {
        var deeds = new ArrayList<KernelObject>();
        deeds.add(new KernelObject.LinkUp(end.ns, end.link));
        if (happens(85)) {
            deeds.add(address(end, new InterfaceAddress(end.v4, happens(70) ? 24 : any(List.of(32, 31, 30, 16)))));
        }
        if (happens(75)) {
            deeds.add(address(end, new InterfaceAddress(end.v6, happens(70) ? 96 : any(List.of(128, 127, 64)))));
        }
        // An address may come before its link is up.
        if (happens(20)) {
            deeds.add(deeds.removeFirst());
        }
        deeds.forEach(this::make);
    }

    private static KernelObject address(End end, InterfaceAddress address) {
        return new KernelObject.Address(end.ns, end.link, address);
    }

    /** A way to somewhere else through the neighbour at the other end. */
    private void lead(End end, IpFamily family) {
        make(new KernelObject.Route(
                end.ns,
                happens(75) ? RouteTables.MAIN : any(TABLES),
                happens(60) ? Cidr.any(family) : target(family),
                new NextHop.Via(opposite(end).ip(family), end.link),
                PROTOCOL));
    }

    private End opposite(End end) {
        return ends.stream()
                .filter(other -> other.cable == end.cable && !other.equals(end))
                .findFirst()
                .orElseThrow();
    }

    private void oneOddThing() {
        var end = any(ends);
        var family = family();
        switch (chance.nextInt(0, 16)) {
            case 0, 1 ->
                make(address(
                        end,
                        new InterfaceAddress(
                                ip(family),
                                any(family == IpFamily.V4 ? List.of(32, 24, 30, 8) : List.of(128, 96, 64)))));
            case 2, 3 -> make(new KernelObject.Route(end.ns, any(TABLES), target(family), hop(end, family), PROTOCOL));
            case 4, 5, 6 -> make(rule(end, family));
            case 7 ->
                make(new KernelObject.Neighbour(
                        end.ns, end.link, ip(family), happens(70) ? opposite(end).mac : any(ends).mac));
            case 8, 9 -> make(setting(end));
            case 10 -> make(new KernelObject.LinkMtu(end.ns, end.link, new Mtu(any(MTUS))));
            case 11 -> deeds.add(new Deed.TurnDown(end.ns, happens(10) ? LOOPBACK : end.link));
            case 12 -> make(new KernelObject.LinkUp(end.ns, end.link));
            case 13 -> make(odd(end));
            default -> undo(end);
        }
    }

    private KernelObject odd(End end) {
        return switch (chance.nextInt(0, 3)) {
            case 0 ->
                new KernelObject.Shaper(
                        end.ns, end.link, Tbf.shaping(new Rate(chance.nextLong(1, 1000) * 125_000), new Mtu(1500)));
            case 1 ->
                new KernelObject.Address(end.ns, LOOPBACK, new InterfaceAddress(ip(IpFamily.V4), any(List.of(32, 24))));
            // The same again, or another where one stands.
            default -> happens(50) ? pair(end, opposite(end), new Mtu(any(MTUS))) : another(end);
        };
    }

    private KernelObject another(End end) {
        var other = end(any(namespaces), any(ends).link.text(), 99, deeds.size());
        return pair(end, other, new Mtu(1500));
    }

    private NextHop hop(End end, IpFamily family) {
        return switch (chance.nextInt(0, 6)) {
            case 0 -> new NextHop.Blackhole();
            case 1, 2 -> new NextHop.Direct(end.link);
            case 3 -> new NextHop.Via(ip(family), end.link);
            default -> new NextHop.Via(opposite(end).ip(family), end.link);
        };
    }

    private KernelObject rule(End end, IpFamily family) {
        var selector = new RuleSelector(
                happens(50) ? Cidr.any(family) : target(family),
                happens(50) ? Cidr.any(family) : target(family),
                happens(60) ? java.util.Optional.empty() : java.util.Optional.of(happens(15) ? LOOPBACK : end.link));
        return new KernelObject.Rule(
                end.ns,
                any(PRIORITIES),
                selector,
                happens(15) ? new RuleAction.Blackhole() : new RuleAction.Lookup(any(TABLES)),
                PROTOCOL);
    }

    private KernelObject setting(End end) {
        boolean v4 = chance.nextBoolean();
        var word = any(v4 ? SETTINGS_V4 : SETTINGS_V6);
        var place = any(List.of("all", "default", end.link.text(), end.link.text(), "lo"));
        int most = word.equals("rp_filter") ? 3 : 2;
        return new KernelObject.Sysctl(
                end.ns,
                "net/%s/conf/%s/%s".formatted(v4 ? "ipv4" : "ipv6", place, word),
                Integer.toString(chance.nextInt(0, most)));
    }

    /** Takes back something that was made before, of any namespace, or one like it. */
    private void undo(End end) {
        var made = deeds.stream()
                .flatMap(deed -> deed instanceof Deed.Take(KernelStep.Make(var object))
                        ? java.util.stream.Stream.of(object)
                        : java.util.stream.Stream.empty())
                .toList();
        var object = any(made);
        if (object instanceof KernelObject.VethPair && happens(70)) {
            deeds.add(new Deed.Take(
                    happens(50) ? new KernelStep.Retire(end.ns, end.link, "") : new KernelStep.ReapRetired(end.ns)));
            return;
        }
        deeds.add(new Deed.Take(new KernelStep.Remove(object)));
    }

    private Shot shot() {
        var family = family();
        var from = any(ends).ns;
        var own = ends.stream().filter(end -> end.ns.equals(from)).toList();
        var source = switch (chance.nextInt(0, 10)) {
            case 0, 1, 2, 3, 4 -> new Ip(family, 0, 0);
            case 5 -> happens(40) ? ip(family) : any(own).ip(family);
            default -> any(own).ip(family);
        };
        return new Shot(
                happens(70) ? Shot.Kind.DATAGRAM : Shot.Kind.CONNECTION,
                from,
                source,
                happens(90) ? any(happens(70) ? strangers(from) : ends).ip(family) : ip(family));
    }

    private List<End> strangers(NetNs ns) {
        var others = ends.stream().filter(end -> !end.ns.equals(ns)).toList();
        return others.isEmpty() ? ends : others;
    }

    /** Mostly one of the cables' own, else one beside it. */
    private Ip ip(IpFamily family) {
        var ip = any(ends).ip(family);
        return switch (chance.nextInt(0, 12)) {
            case 0 -> ip.plus(chance.nextInt(1, 4));
            case 1 -> family == IpFamily.V4 ? Cidr.of(ip, 24).last() : ip.plus(7);
            case 2 -> family == IpFamily.V4 ? Ip.parse("127.0.0.1") : Ip.parse("::1");
            case 3 -> family == IpFamily.V4 ? Ip.parse("10.9.9.9") : Ip.parse("fd00::9:9:9");
            default -> ip;
        };
    }

    private Cidr target(IpFamily family) {
        int length =
                any(family == IpFamily.V4 ? List.of(32, 32, 24, 24, 25, 16, 0) : List.of(128, 128, 96, 96, 97, 64, 0));
        return Cidr.of(ip(family), length);
    }

    private IpFamily family() {
        return happens(60) ? IpFamily.V4 : IpFamily.V6;
    }

    private void make(KernelObject object) {
        deeds.add(new Deed.Take(new KernelStep.Make(object)));
    }

    private boolean happens(int percent) {
        return chance.nextInt(100) < percent;
    }

    private <T> T any(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }
}
