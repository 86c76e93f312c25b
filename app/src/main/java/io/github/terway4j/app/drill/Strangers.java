package io.github.terway4j.app.drill;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What others have on a node, in words that ours are made of, too: links with aliases of their own, rules at our very
 * priorities, routes in the tables of our ENIs. Their addresses are documentation's (RFC 5737, RFC 3849).
 */
final class Strangers {
    private static final int LINKS = 6;
    private static final int ROUTES = 24;
    private static final int RULES = 24;

    /** Some begin as ours do, and are not. */
    private static final List<String> ALIASES =
            List.of("", "port of a bridge", "terway", "terway4j:", "terway4jx:pod/eth0", "eth0");

    private static final List<Integer> TABLES = List.of(
            RouteTables.MAIN, 52, 100, 999, RouteTables.ofEni(1), RouteTables.ofEni(2), RouteTables.ofEni(3), 20_000);

    private static final List<Integer> PRIORITIES =
            List.of(5, VethPolicyRoute.TO_POD_PRIORITY, 1000, VethPolicyRoute.FROM_POD_PRIORITY, 2049, 5210, 32_000);

    /** {@code RTPROT_BOOT}, {@code STATIC}, {@code BIRD}, {@code BGP}, and one that is nobody's. */
    private static final List<Integer> PROTOCOLS = List.of(3, 4, 12, 186, 83);

    private static final Ip NEAR = Ip.parse("192.0.2.1");
    private static final Ip NEAR_V6 = Ip.parse("2001:db8:2::1");
    private static final Ip FAR = Ip.parse("198.51.100.1");
    private static final Ip FAR_V6 = Ip.parse("2001:db8:51::1");
    private static final Mtu MTU = new Mtu(1450);

    private final NetNs node;
    private final SplittableRandom chance;
    private final List<KernelObject> made = new ArrayList<>();

    private Strangers(NetNs node, long seed) {
        this.node = node;
        this.chance = new SplittableRandom(seed);
    }

    static List<KernelObject> on(NetNs node, long seed) {
        var strangers = new Strangers(node, seed);
        for (int i = 0; i < LINKS; i++) {
            strangers.link(i);
        }
        for (int i = 0; i < ROUTES; i++) {
            strangers.route(i);
        }
        for (int i = 0; i < RULES; i++) {
            strangers.rule(i);
        }
        return List.copyOf(strangers.made);
    }

    private void link(int number) {
        var near = name(number);
        var far = new LinkName("theirs" + number);
        var mac = Mac.local(number);
        made.add(new KernelObject.VethPair(
                node, near, mac, node, far, Mac.local(~(long) number), MTU, ALIASES.get(number % ALIASES.size())));
        made.add(new KernelObject.LinkUp(node, near));
        made.add(new KernelObject.LinkUp(node, far));
        for (var base : List.of(NEAR, NEAR_V6)) {
            made.add(new KernelObject.Address(node, near, InterfaceAddress.host(base.plus(number))));
            made.add(new KernelObject.Neighbour(node, near, base.plus(100 + number), mac));
        }
        if (chance.nextBoolean()) {
            made.add(new KernelObject.Shaper(node, near, Tbf.shaping(Rate.ofBitsPerSecond(80_000_000), MTU)));
        }
    }

    private void route(int number) {
        var far = far(number);
        var hop = chance.nextInt(4) == 0
                ? new NextHop.Blackhole()
                : chance.nextBoolean()
                        ? new NextHop.Direct(anyLink())
                        : new NextHop.Via(far.isV4() ? NEAR.plus(100) : NEAR_V6.plus(100), anyLink());
        made.add(new KernelObject.Route(node, any(TABLES), far.cidr(), hop, any(PROTOCOLS)));
    }

    /** Of an address each, so that no two are the same. */
    private void rule(int number) {
        var far = far(number).cidr();
        var selector = chance.nextBoolean() ? RuleSelector.to(far) : RuleSelector.from(far);
        var action = chance.nextInt(4) == 0 ? new RuleAction.Blackhole() : new RuleAction.Lookup(any(TABLES));
        made.add(new KernelObject.Rule(
                node,
                any(PRIORITIES),
                chance.nextInt(4) == 0 ? selector.arrivingOn(anyLink()) : selector,
                action,
                any(PROTOCOLS)));
    }

    private record Far(Cidr cidr, boolean isV4) {}

    private static Far far(int number) {
        boolean v4 = number % 2 == 0;
        return new Far(Cidr.host((v4 ? FAR : FAR_V6).plus(number)), v4);
    }

    private LinkName anyLink() {
        return name(chance.nextInt(LINKS));
    }

    private static LinkName name(int number) {
        return new LinkName("cali0thers" + number);
    }

    private <T> T any(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
