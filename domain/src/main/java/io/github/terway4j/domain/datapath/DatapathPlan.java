package io.github.terway4j.domain.datapath;

import java.util.List;
import java.util.stream.Stream;

/** Kernel objects that shall be there, in the order in which they can be made. */
public record DatapathPlan(List<KernelObject> wanted) {
    public DatapathPlan {
        wanted = List.copyOf(wanted);
    }

    public List<KernelStep> steps() {
        return wanted.stream().<KernelStep>map(KernelStep.Make::new).toList();
    }

    /** The way back: the last made is the first removed. What cannot be unmade (a setting, an MTU) stays. */
    public List<KernelStep> undo() {
        return wanted.reversed().stream()
                .filter(DatapathPlan::canBeUnmade)
                .<KernelStep>map(KernelStep.Remove::new)
                .toList();
    }

    /** Every namespace that something shall be in; looking there shows whether it is. */
    public List<NetNs> namespaces() {
        return wanted.stream().flatMap(DatapathPlan::placesOf).distinct().toList();
    }

    private static Stream<NetNs> placesOf(KernelObject object) {
        return switch (object) {
            case KernelObject.VethPair pair -> Stream.of(pair.ns(), pair.peerNs());
            case KernelObject.MovedLink moved -> Stream.of(moved.home(), moved.ns());
            case KernelObject.IpvlanLink slave -> Stream.of(slave.parentNs(), slave.ns());
            case KernelObject.VlanLink vlan -> Stream.of(vlan.parentNs(), vlan.ns());
            case KernelObject other -> Stream.of(other.ns());
        };
    }

    public List<String> sysctlKeys(NetNs ns) {
        return wanted.stream()
                .filter(object -> object.ns().equals(ns))
                .flatMap(object -> object instanceof KernelObject.Sysctl sysctl ? Stream.of(sysctl.key()) : Stream.of())
                .toList();
    }

    private static boolean canBeUnmade(KernelObject object) {
        return switch (object) {
            case KernelObject.VethPair _,
                    KernelObject.MovedLink _,
                    KernelObject.IpvlanLink _,
                    KernelObject.VlanLink _,
                    KernelObject.Address _,
                    KernelObject.Route _,
                    KernelObject.Rule _,
                    KernelObject.Neighbour _,
                    KernelObject.Shaper _,
                    KernelObject.Filter _,
                    KernelObject.Queueing _ -> true;
            case KernelObject.LinkUp _, KernelObject.LinkMtu _, KernelObject.Sysctl _ -> false;
        };
    }
}
