package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was seen in one namespace. Objects that we could not have made (of another kind, scope or owner) are there only
 * as far as our vocabulary can say them; the kernel's own (local table, connected routes) are left out.
 *
 * @param sysctls the settings that were asked for, by key
 */
public record KernelState(
        NetNs ns,
        List<Link> links,
        List<KernelObject.Address> addresses,
        List<KernelObject.Route> routes,
        List<KernelObject.Rule> rules,
        List<KernelObject.Neighbour> neighbours,
        List<KernelObject.Shaper> shapers,
        Map<String, String> sysctls) {
    public KernelState {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        neighbours = List.copyOf(neighbours);
        shapers = List.copyOf(shapers);
        sysctls = new TreeMap<>(sysctls);
    }

    public Optional<Link> link(LinkName name) {
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    /**
     * The hardware with this address: an ENI is known by its MAC and never by its name, which may change at reboot. What
     * somebody has put on top of it, such as a VLAN, may carry the same address, but is no hardware and came later.
     */
    public Optional<Link> link(Mac mac) {
        return links.stream()
                .filter(link -> link.mac().equals(mac))
                .min(Comparator.comparing((Link link) -> !link.kind().isEmpty()).thenComparingInt(Link::index));
    }
}
