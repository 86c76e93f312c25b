package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import java.util.List;
import java.util.stream.Stream;

/** What is ours in a node's kernel and belongs to pods. An ENI's own table stays as long as the ENI does. */
final class Leftover {
    private Leftover() {}

    static List<String> of(KernelState host) {
        var links = host.links().stream()
                .filter(link -> Ownership.attachment(link.alias()).isPresent())
                .map(link -> "link " + link.name());
        var routes = host.routes().stream()
                .filter(route -> route.protocol() == Ownership.PROTOCOL && route.table() == RouteTables.MAIN)
                .map(KernelObject::words);
        var rules = host.rules().stream()
                .filter(rule -> rule.protocol() == Ownership.PROTOCOL
                        || rule.priority() == VethPolicyRoute.TO_POD_PRIORITY
                        || rule.priority() == VethPolicyRoute.FROM_POD_PRIORITY)
                .map(KernelObject::words);
        return Stream.of(links, routes, rules)
                .flatMap(words -> words)
                .map(words -> words + " on " + host.ns())
                .toList();
    }
}
