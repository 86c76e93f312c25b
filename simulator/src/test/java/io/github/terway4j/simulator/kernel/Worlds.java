package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Three namespaces in a ring, and whatever comes to mind: few addresses, so that things meet. */
final class Worlds implements ArbitrarySupplier<WalkProperties.World> {
    static final List<String> NAMES = List.of("n0", "n1", "n2");
    static final List<NetNs> SPACES =
            NAMES.stream().map(name -> new NetNs("/run/netns/" + name)).toList();

    private static final int PROTOCOL = 84;
    private static final List<LinkName> LINKS = List.of(new LinkName("left"), new LinkName("right"));

    @Override
    public Arbitrary<WalkProperties.World> get() {
        var questions = Combinators.combine(Arbitraries.of(SPACES), ips()).as(WalkProperties.Question::new);
        return Combinators.combine(
                        objects().list().ofMinSize(5).ofMaxSize(40),
                        questions.list().ofSize(6))
                .as((objects, asked) -> new WalkProperties.World(steps(objects), asked));
    }

    private static List<KernelStep.Make> steps(List<KernelObject> objects) {
        var steps = new ArrayList<KernelStep.Make>();
        for (int i = 0; i < SPACES.size(); i++) {
            var here = SPACES.get(i);
            var there = SPACES.get((i + 1) % SPACES.size());
            var right = LINKS.get(1);
            var left = LINKS.get(0);
            steps.add(new KernelStep.Make(new KernelObject.LinkUp(here, Device.LOOPBACK)));
            steps.add(new KernelStep.Make(new KernelObject.VethPair(
                    here, right, Mac.local(2L * i), there, left, Mac.local(2L * i + 1), new Mtu(1500), "")));
            steps.add(new KernelStep.Make(new KernelObject.LinkUp(here, right)));
            steps.add(new KernelStep.Make(new KernelObject.LinkUp(there, left)));
        }
        objects.forEach(object -> steps.add(new KernelStep.Make(object)));
        return steps;
    }

    private static Arbitrary<KernelObject> objects() {
        return Arbitraries.oneOf(addresses(), addresses(), routes(), routes(), rules(), neighbours(), settings());
    }

    private static Arbitrary<KernelObject> addresses() {
        return Combinators.combine(Arbitraries.of(SPACES), Arbitraries.of(LINKS), ips(), Arbitraries.of(0, 0, 8))
                .as((ns, link, ip, shorter) -> new KernelObject.Address(
                        ns, link, new InterfaceAddress(ip, ip.family().bits() - shorter)));
    }

    private static Arbitrary<KernelObject> routes() {
        var hops = Arbitraries.integers().between(0, 5);
        return Combinators.combine(Arbitraries.of(SPACES), Arbitraries.of(LINKS), tables(), cidrs(), ips(), hops)
                .as((ns, link, table, destination, gateway, hop) -> new KernelObject.Route(
                        ns,
                        table,
                        destination,
                        hop == 0
                                ? new NextHop.Blackhole()
                                : hop < 3 || gateway.family() != destination.family()
                                        ? new NextHop.Direct(link)
                                        : new NextHop.Via(gateway, link),
                        PROTOCOL));
    }

    private static Arbitrary<KernelObject> rules() {
        var kinds = Arbitraries.integers().between(0, 2);
        return Combinators.combine(
                        Arbitraries.of(SPACES),
                        Arbitraries.of(100, 200),
                        cidrs(),
                        kinds,
                        tables(),
                        Arbitraries.of(LINKS))
                .as((ns, priority, cidr, kind, table, link) -> new KernelObject.Rule(
                        ns,
                        priority,
                        switch (kind) {
                            case 0 -> RuleSelector.from(cidr);
                            case 1 -> RuleSelector.to(cidr);
                            default -> RuleSelector.to(cidr).arrivingOn(link);
                        },
                        new RuleAction.Lookup(table),
                        PROTOCOL));
    }

    private static Arbitrary<KernelObject> neighbours() {
        return Combinators.combine(
                        Arbitraries.of(SPACES),
                        Arbitraries.of(LINKS),
                        ips(),
                        Arbitraries.longs().between(0, 6))
                .as((ns, link, ip, mac) -> new KernelObject.Neighbour(ns, link, ip, Mac.local(mac)));
    }

    private static Arbitrary<KernelObject> settings() {
        return Combinators.combine(
                        Arbitraries.of(SPACES),
                        Arbitraries.of(
                                "net/ipv4/ip_forward",
                                "net/ipv6/conf/all/forwarding",
                                "net/ipv4/conf/all/rp_filter",
                                "net/ipv4/conf/left/rp_filter",
                                "net/ipv4/conf/right/forwarding"),
                        Arbitraries.of("0", "1", "1", "2"))
                .as(KernelObject.Sysctl::new);
    }

    private static Arbitrary<Integer> tables() {
        return Arbitraries.of(RouteTables.MAIN, RouteTables.MAIN, 1001);
    }

    private static Arbitrary<Cidr> cidrs() {
        return Combinators.combine(ips(), Arbitraries.of(0, 8, 16, -1))
                .as((ip, shorter) -> Cidr.of(ip, shorter < 0 ? 0 : ip.family().bits() - shorter));
    }

    private static Arbitrary<Ip> ips() {
        return Arbitraries.of("10.0.0.", "10.0.1.", "10.0.2.", "fd00:1::", "fd00:2::")
                .flatMap(prefix -> Arbitraries.of(1, 2, 3).map(host -> Ip.parse(prefix + host)));
    }
}
