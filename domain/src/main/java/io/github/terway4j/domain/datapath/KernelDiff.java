package io.github.terway4j.domain.datapath;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
                    case KernelObject.LinkUp up ->
                        state.link(up.link()).filter(Link::up).isPresent();
                    case KernelObject.LinkMtu mtu ->
                        state.link(mtu.link())
                                .filter(link -> link.mtuBytes() == mtu.mtu().bytes())
                                .isPresent();
                    case KernelObject.Sysctl sysctl ->
                        sysctl.value().equals(state.sysctls().get(sysctl.key()));
                    case KernelObject.Address _, KernelObject.Route _, KernelObject.Rule _, KernelObject.Neighbour _ ->
                        present.contains(object);
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
