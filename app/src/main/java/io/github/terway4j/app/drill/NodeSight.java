package io.github.terway4j.app.drill;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.net.LinkName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All of a node's namespace that no pod's coming and going may change, whosever it is. Left out are the devices of ENIs
 * beyond the first, which come and go as the pool likes, with all that is on them.
 */
record NodeSight(List<Link> links, List<KernelObject> objects) {
    /**
     * The fabric calls a node's devices {@code eth0}, {@code eth1} and so on; the first is the node's own. With IPvlan, each
     * of the others has a slave in the host.
     */
    private static final Pattern ENI = Pattern.compile("eth[1-9]\\d*|ipvl_\\d+");

    NodeSight {
        links = List.copyOf(links);
        objects = List.copyOf(objects);
    }

    static NodeSight of(KernelState seen) {
        var objects = Stream.of(
                        seen.addresses(),
                        seen.routes(),
                        seen.rules(),
                        seen.neighbours(),
                        seen.shapers(),
                        seen.filters(),
                        seen.queueings())
                .<KernelObject>flatMap(Collection::stream)
                .filter(object -> link(object).filter(NodeSight::isEni).isEmpty())
                .toList();
        return new NodeSight(
                seen.links().stream().filter(link -> !isEni(link.name())).toList(), objects);
    }

    /** With all that distinguishes them: whose they are, too. */
    List<String> words() {
        return Stream.concat(links.stream(), objects.stream())
                .map(Object::toString)
                .toList();
    }

    private static boolean isEni(LinkName name) {
        return ENI.matcher(name.text()).matches();
    }

    private static Optional<LinkName> link(KernelObject object) {
        return switch (object) {
            case KernelObject.Address address -> Optional.of(address.link());
            case KernelObject.Neighbour neighbour -> Optional.of(neighbour.link());
            case KernelObject.Shaper shaper -> Optional.of(shaper.link());
            case KernelObject.Filter filter -> Optional.of(filter.link());
            case KernelObject.Queueing queueing -> Optional.of(queueing.link());
            case KernelObject.LinkUp up -> Optional.of(up.link());
            case KernelObject.LinkMtu mtu -> Optional.of(mtu.link());
            case KernelObject.VethPair pair -> Optional.of(pair.name());
            case KernelObject.MovedLink moved -> Optional.of(moved.name());
            case KernelObject.IpvlanLink slave -> Optional.of(slave.name());
            case KernelObject.VlanLink vlan -> Optional.of(vlan.name());
            case KernelObject.Rule rule -> rule.selector().arrivingOn();
            case KernelObject.Sysctl _ -> Optional.empty();
            case KernelObject.Route route ->
                switch (route.hop()) {
                    case NextHop.Direct(var link) -> Optional.of(link);
                    case NextHop.Via(var _, var link) -> Optional.of(link);
                    case NextHop.Blackhole() -> Optional.empty();
                };
        };
    }
}
