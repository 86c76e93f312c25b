package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a plan names in one namespace: who wants to know what of it is there need not look at what a thousand other pods
 * have beside it.
 *
 * @param links all that the plan's objects speak of
 * @param objects as the plan has them
 */
public record Sought(NetNs ns, List<LinkName> links, List<KernelObject> objects) {
    public Sought {
        links = List.copyOf(links);
        objects = List.copyOf(objects);
    }

    public static Sought of(DatapathPlan plan, NetNs ns) {
        return new Sought(
                ns,
                plan.wanted().stream()
                        .flatMap(object -> links(object, ns))
                        .distinct()
                        .sorted()
                        .toList(),
                plan.wanted().stream()
                        .filter(object -> object.ns().equals(ns))
                        .distinct()
                        .toList());
    }

    private static Stream<LinkName> links(KernelObject object, NetNs ns) {
        return switch (object) {
            case KernelObject.VethPair pair ->
                Stream.concat(in(ns, pair.ns(), pair.name()), in(ns, pair.peerNs(), pair.peerName()));
            case KernelObject.MovedLink moved ->
                Stream.concat(in(ns, moved.ns(), moved.name()), in(ns, moved.home(), moved.homeName()));
            case KernelObject.IpvlanLink slave ->
                Stream.concat(in(ns, slave.ns(), slave.name()), in(ns, slave.parentNs(), slave.parent()));
            case KernelObject.VlanLink vlan ->
                Stream.concat(in(ns, vlan.ns(), vlan.name()), in(ns, vlan.parentNs(), vlan.parent()));
            case KernelObject.LinkUp up -> in(ns, up.ns(), up.link());
            case KernelObject.LinkMtu mtu -> in(ns, mtu.ns(), mtu.link());
            case KernelObject.Address address -> in(ns, address.ns(), address.link());
            case KernelObject.Neighbour neighbour -> in(ns, neighbour.ns(), neighbour.link());
            case KernelObject.Shaper shaper -> in(ns, shaper.ns(), shaper.link());
            case KernelObject.Queueing queueing -> in(ns, queueing.ns(), queueing.link());
            case KernelObject.Filter filter ->
                Stream.concat(
                        in(ns, filter.ns(), filter.link()),
                        filter.action() instanceof FilterAction.RedirectIn(var target)
                                ? in(ns, filter.ns(), target)
                                : Stream.empty());
            case KernelObject.Route route ->
                switch (route.hop()) {
                    case NextHop.Direct(var link) -> in(ns, route.ns(), link);
                    case NextHop.Via(var _, var link) -> in(ns, route.ns(), link);
                    case NextHop.Blackhole() -> Stream.empty();
                };
            // Of the links that a rule selects by it keeps no more than their names.
            case KernelObject.Rule _, KernelObject.Sysctl _ -> Stream.empty();
        };
    }

    private static Stream<LinkName> in(NetNs asked, NetNs ns, LinkName link) {
        return asked.equals(ns) ? Stream.of(link) : Stream.empty();
    }

    /** Those of one kind. */
    public <T extends KernelObject> List<T> objects(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<String> sysctlKeys() {
        return objects(KernelObject.Sysctl.class).stream()
                .map(KernelObject.Sysctl::key)
                .distinct()
                .toList();
    }

    /** Of a whole namespace, what is sought, and of a link whose packets are to be shaped, how they are. */
    public KernelState in(KernelState whole) {
        var shaped = objects(KernelObject.Shaper.class).stream()
                .map(KernelObject.Shaper::link)
                .toList();
        return new KernelState(
                whole.ns(),
                whole.links().stream()
                        .filter(link -> links.contains(link.name()))
                        .toList(),
                of(whole.addresses()),
                of(whole.routes()),
                of(whole.rules()),
                of(whole.neighbours()),
                whole.shapers().stream()
                        .filter(shaper -> shaped.contains(shaper.link()))
                        .toList(),
                of(whole.filters()),
                of(whole.queueings()),
                whole.sysctls());
    }

    private <T extends KernelObject> List<T> of(Collection<T> seen) {
        Set<KernelObject> wanted = new LinkedHashSet<>(objects);
        return seen.stream().filter(wanted::contains).toList();
    }
}
