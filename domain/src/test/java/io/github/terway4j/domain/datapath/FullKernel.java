package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What would be seen of a plan where all of it is there, or all but one object. */
final class FullKernel {
    private static final Mac SOME_MAC = Mac.local(1);
    private static final int OTHER_MTU = 1280;
    private static final int PARENT_INDEX = 9;

    private final DatapathPlan plan;
    private final List<KernelObject> there;

    private FullKernel(DatapathPlan plan, List<KernelObject> there) {
        this.plan = plan;
        this.there = there;
    }

    static Map<NetNs, KernelState> of(DatapathPlan plan) {
        return new FullKernel(plan, plan.wanted()).seen();
    }

    /** A veth pair is not taken away but somebody else's: with it would go all that is said of its ends. */
    static Map<NetNs, KernelState> without(DatapathPlan plan, KernelObject missing) {
        var there = new ArrayList<>(plan.wanted());
        there.remove(missing);
        return new FullKernel(plan, there).seen();
    }

    static KernelState nothing(NetNs ns) {
        return new KernelState(ns, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    private Map<NetNs, KernelState> seen() {
        var states = new TreeMap<NetNs, KernelState>();
        for (var ns : plan.namespaces()) {
            states.put(
                    ns,
                    new KernelState(
                            ns,
                            links(ns),
                            those(ns, KernelObject.Address.class),
                            those(ns, KernelObject.Route.class),
                            those(ns, KernelObject.Rule.class),
                            those(ns, KernelObject.Neighbour.class),
                            those(ns, KernelObject.Shaper.class),
                            those(ns, KernelObject.Filter.class),
                            those(ns, KernelObject.Queueing.class),
                            sysctls(ns)));
        }
        return states;
    }

    private List<Link> links(NetNs ns) {
        var names = plan.wanted().stream()
                .flatMap(object -> switch (object) {
                    case KernelObject.VethPair pair when pair.ns().equals(ns) -> Stream.of(pair.name());
                    case KernelObject.VethPair pair -> Stream.of(pair.peerName());
                    case KernelObject.MovedLink moved when moved.ns().equals(ns) -> Stream.of(moved.name());
                    case KernelObject.IpvlanLink slave when slave.ns().equals(ns) -> Stream.of(slave.name());
                    case KernelObject.IpvlanLink slave when slave.parentNs().equals(ns) -> Stream.of(slave.parent());
                    case KernelObject.VlanLink vlan when vlan.ns().equals(ns) -> Stream.of(vlan.name());
                    case KernelObject.VlanLink vlan when vlan.parentNs().equals(ns) -> Stream.of(vlan.parent());
                    case KernelObject.LinkUp up when up.ns().equals(ns) -> Stream.of(up.link());
                    case KernelObject.LinkMtu mtu when mtu.ns().equals(ns) -> Stream.of(mtu.link());
                    case KernelObject _ -> Stream.<LinkName>empty();
                })
                .distinct()
                .toList();
        return names.stream().map(name -> link(ns, name)).toList();
    }

    private Link link(NetNs ns, LinkName name) {
        var up = there.contains(new KernelObject.LinkUp(ns, name));
        var mtu = those(ns, KernelObject.LinkMtu.class).stream()
                .filter(object -> object.link().equals(name))
                .map(KernelObject.LinkMtu::mtu)
                .findFirst();
        var plain =
                new Link(PARENT_INDEX, name, "", SOME_MAC, mtu.map(Mtu::bytes).orElse(OTHER_MTU), up, "", 0);
        return plan.wanted().stream()
                .flatMap(object -> switch (object) {
                    case KernelObject.VethPair pair -> ends(pair, ns, name, up);
                    case KernelObject.MovedLink moved
                    when moved.ns().equals(ns) && moved.name().equals(name) -> Stream.of(moved(moved, plain));
                    case KernelObject.IpvlanLink slave
                    when slave.ns().equals(ns) && slave.name().equals(name) ->
                        Stream.of(standing(
                                plain,
                                "ipvlan",
                                alias(slave, slave.alias()),
                                new Footing.Ipvlan(PARENT_INDEX, IpvlanMode.L2, slave.arp())));
                    case KernelObject.VlanLink vlan
                    when vlan.ns().equals(ns) && vlan.name().equals(name) ->
                        Stream.of(standing(
                                plain, "vlan", alias(vlan, vlan.alias()), new Footing.Vlan(PARENT_INDEX, vlan.id())));
                    case KernelObject _ -> Stream.<Link>empty();
                })
                .findFirst()
                .orElse(plain);
    }

    private Link moved(KernelObject.MovedLink moved, Link plain) {
        return new Link(
                plain.index(),
                plain.name(),
                "",
                moved.mac(),
                plain.mtuBytes(),
                plain.up(),
                alias(moved, moved.wayHome().alias()),
                0);
    }

    private static Link standing(Link plain, String kind, String alias, Footing footing) {
        return new Link(
                PARENT_INDEX + 1, plain.name(), kind, SOME_MAC, plain.mtuBytes(), plain.up(), alias, 0, footing);
    }

    private String alias(KernelObject link, String alias) {
        return there.contains(link) ? alias : "somebody else's";
    }

    private Stream<Link> ends(KernelObject.VethPair pair, NetNs ns, LinkName name, boolean up) {
        var alias = there.contains(pair) ? pair.alias() : "somebody else's";
        if (pair.ns().equals(ns) && pair.name().equals(name)) {
            return Stream.of(new Link(10, name, "veth", pair.mac(), pair.mtu().bytes(), up, alias, 0));
        }
        if (pair.peerNs().equals(ns) && pair.peerName().equals(name)) {
            return Stream.of(
                    new Link(2, name, "veth", pair.peerMac(), pair.mtu().bytes(), up, "", 0));
        }
        return Stream.empty();
    }

    private <T extends KernelObject> List<T> those(NetNs ns, Class<T> kind) {
        return there.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(object -> object.ns().equals(ns))
                .toList();
    }

    private Map<String, String> sysctls(NetNs ns) {
        var sysctls = new TreeMap<String, String>();
        those(ns, KernelObject.Sysctl.class).forEach(sysctl -> sysctls.put(sysctl.key(), sysctl.value()));
        return sysctls;
    }
}
