package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a pod's namespace as we left it, though plugins behind ours in the chain have changed what they may change: the
 * interface's MTU (the reference plugin {@code tuning}), and the table in which routes are found by what the pod sends from
 * its own addresses ({@code sbr}).
 */
public final class BehindUs {
    private BehindUs() {}

    /**
     * The state less what others have changed.
     *
     * @param mtu the one that the runtime was told of
     */
    public static KernelState asWeLeftIt(KernelState seen, PodWiring pod, Optional<Mtu> mtu) {
        var links = seen.links().stream()
                .map(link -> link.name().equals(pod.key().interfaceName()) && has(link, mtu)
                        ? withMtu(link, pod.mtu())
                        : link)
                .toList();
        var routes = new ArrayList<>(seen.routes());
        routes.addAll(moved(seen, pod.addresses(), pod.key().interfaceName()));
        return new KernelState(
                seen.ns(),
                links,
                seen.addresses(),
                routes,
                seen.rules(),
                seen.neighbours(),
                seen.shapers(),
                seen.filters(),
                seen.queueings(),
                seen.sysctls());
    }

    /** Routes by the interface in tables to which rules turn what the pod sends, as if they were still in the main one. */
    private static List<KernelObject.Route> moved(KernelState seen, DualStack<Ip> addresses, LinkName link) {
        var found = new ArrayList<KernelObject.Route>();
        for (var ip : addresses.all()) {
            for (var rule : seen.rules()) {
                if (rule.protocol() != Ownership.PROTOCOL
                        && rule.selector().equals(RuleSelector.from(Cidr.host(ip)))
                        && rule.action() instanceof RuleAction.Lookup lookup) {
                    seen.routes().stream()
                            .filter(route -> route.table() == lookup.table())
                            .filter(route -> route.destination().family() == ip.family())
                            .filter(route -> leadsOutOf(link, route.hop()))
                            .forEach(route ->
                                    found.add(PodInterface.route(seen.ns(), route.destination(), route.hop())));
                }
            }
        }
        return found;
    }

    private static boolean leadsOutOf(LinkName link, NextHop hop) {
        return switch (hop) {
            case NextHop.Direct direct -> direct.link().equals(link);
            case NextHop.Via via -> via.link().equals(link);
            case NextHop.Blackhole _ -> false;
        };
    }

    private static boolean has(Link link, Optional<Mtu> mtu) {
        return mtu.filter(told -> told.bytes() == link.mtuBytes()).isPresent();
    }

    private static Link withMtu(Link link, Mtu mtu) {
        return new Link(
                link.index(),
                link.name(),
                link.kind(),
                link.mac(),
                mtu.bytes(),
                link.up(),
                link.alias(),
                link.group(),
                link.footing());
    }
}
