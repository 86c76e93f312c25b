package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wanted, less what is seen. */
public record KernelDiff(List<KernelObject> missing) {
    public KernelDiff {
        missing = List.copyOf(missing);
    }

    /** A namespace that was not seen has nothing. */
    public static KernelDiff between(DatapathPlan plan, Map<NetNs, KernelState> seen) {
        var present = new LinkedHashSet<KernelObject>();
        seen.values().forEach(state -> {
            present.addAll(state.addresses());
            present.addAll(state.routes());
            present.addAll(state.rules());
            present.addAll(state.neighbours());
            present.addAll(state.filters());
            present.addAll(state.queueings());
        });
        return new KernelDiff(plan.wanted().stream()
                .filter(object -> !isSo(object, present, seen))
                .toList());
    }

    private static boolean isSo(KernelObject object, Set<KernelObject> present, Map<NetNs, KernelState> seen) {
        var state = seen.get(object.ns());
        return state != null
                && switch (object) {
                    case KernelObject.VethPair pair -> bothEndsAreThere(pair, state, seen);
                    case KernelObject.MovedLink moved -> hasMoved(moved, state);
                    case KernelObject.IpvlanLink slave ->
                        standsOn(
                                state.link(slave.name()),
                                slave.alias(),
                                parentIndex(slave.parentNs(), slave.parent(), seen)
                                        .map(parent -> new Footing.Ipvlan(parent, IpvlanMode.L2, slave.arp())));
                    case KernelObject.VlanLink vlan ->
                        standsOn(
                                state.link(vlan.name()),
                                vlan.alias(),
                                parentIndex(vlan.parentNs(), vlan.parent(), seen)
                                        .map(parent -> new Footing.Vlan(parent, vlan.id())));
                    case KernelObject.LinkUp up ->
                        state.link(up.link()).filter(Link::up).isPresent();
                    case KernelObject.LinkMtu mtu ->
                        state.link(mtu.link())
                                .filter(link -> link.mtuBytes() == mtu.mtu().bytes())
                                .isPresent();
                    case KernelObject.Sysctl sysctl ->
                        sysctl.value().equals(state.sysctls().get(sysctl.key()));
                    case KernelObject.Address _,
                            KernelObject.Route _,
                            KernelObject.Rule _,
                            KernelObject.Neighbour _,
                            KernelObject.Filter _,
                            KernelObject.Queueing _ -> present.contains(object);
                    case KernelObject.Shaper shaper ->
                        state.shapers().stream().anyMatch(seenOne -> shapesAlike(seenOne, shaper));
                };
    }

    private static boolean bothEndsAreThere(
            KernelObject.VethPair pair, KernelState state, Map<NetNs, KernelState> seen) {
        var peerState = seen.get(pair.peerNs());
        return peerState != null
                && state.link(pair.name())
                        .filter(link -> link.mac().equals(pair.mac())
                                && link.alias().equals(pair.alias())
                                && link.group() != Ownership.RETIRED_GROUP
                                && link.mtuBytes() == pair.mtu().bytes())
                        .isPresent()
                && peerState
                        .link(pair.peerName())
                        .filter(link -> link.mac().equals(pair.peerMac())
                                && link.mtuBytes() == pair.mtu().bytes())
                        .isPresent();
    }

    private static boolean hasMoved(KernelObject.MovedLink moved, KernelState state) {
        return state.link(moved.name())
                .filter(link -> link.mac().equals(moved.mac())
                        && link.alias().equals(moved.wayHome().alias()))
                .isPresent();
    }

    private static boolean standsOn(Optional<Link> link, String alias, Optional<? extends Footing> footing) {
        return link.isPresent()
                && link.get().alias().equals(alias)
                && link.get().group() != Ownership.RETIRED_GROUP
                && footing.filter(link.get().footing()::equals).isPresent();
    }

    private static Optional<Integer> parentIndex(NetNs ns, LinkName parent, Map<NetNs, KernelState> seen) {
        return Optional.ofNullable(seen.get(ns))
                .flatMap(state -> state.link(parent))
                .map(Link::index);
    }

    /** By its rate: the kernel keeps the burst as a time and gives it back rounded. */
    private static boolean shapesAlike(KernelObject.Shaper one, KernelObject.Shaper other) {
        return one.link().equals(other.link())
                && one.tbf().rate().equals(other.tbf().rate());
    }

    public boolean empty() {
        return missing.isEmpty();
    }

    /** The steps that make up what is missing. */
    public List<KernelStep> repair() {
        return new DatapathPlan(missing).steps();
    }
}
