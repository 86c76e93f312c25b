package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
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
        List<KernelObject.Filter> filters,
        List<KernelObject.Queueing> queueings,
        Map<String, String> sysctls) {
    public KernelState {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        neighbours = List.copyOf(neighbours);
        shapers = List.copyOf(shapers);
        filters = List.copyOf(filters);
        queueings = List.copyOf(queueings);
        sysctls = new TreeMap<>(sysctls);
    }

    /** Where no link has filters, and packets wait as the kernel has them wait unasked. */
    public KernelState(
            NetNs ns,
            List<Link> links,
            List<KernelObject.Address> addresses,
            List<KernelObject.Route> routes,
            List<KernelObject.Rule> rules,
            List<KernelObject.Neighbour> neighbours,
            List<KernelObject.Shaper> shapers,
            Map<String, String> sysctls) {
        this(ns, links, addresses, routes, rules, neighbours, shapers, List.of(), List.of(), sysctls);
    }

    public Optional<Link> link(LinkName name) {
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    /** The hardware with this address: {@link Link#hardware}. */
    public Optional<Link> link(Mac mac) {
        return Link.hardware(links, mac);
    }
}
