package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is still there of attachments that nobody remembers, found by the marks of {@link Ownership} alone. Only links
 * with our alias, and rules and routes of our protocol that speak of single addresses, are ever named.
 */
public final class Leftovers {
    private Leftovers() {}

    /** The attachments whose links stand in the host's namespace, in the order of their names. */
    public static List<AttachmentKey> attachments(KernelState host) {
        return host.links().stream()
                .filter(link -> link.group() != Ownership.RETIRED_GROUP)
                .flatMap(link -> Ownership.attachment(link.alias()).stream())
                .sorted()
                .toList();
    }

    /** The steps that remove what is left of one attachment; none where nothing is. */
    public static List<KernelStep> of(KernelState host, AttachmentKey key) {
        return host.links().stream()
                .filter(link -> Ownership.attachment(link.alias()).equals(Optional.of(key))
                        && link.group() != Ownership.RETIRED_GROUP)
                .flatMap(link -> of(host, link).stream())
                .toList();
    }

    private static List<KernelStep> of(KernelState host, Link link) {
        var routes = host.routes().stream()
                .filter(route -> route.protocol() == Ownership.PROTOCOL && leadsTo(route, link.name()))
                .toList();
        var addresses = routes.stream().map(KernelObject.Route::destination).toList();
        var steps = new ArrayList<KernelStep>();
        rules(host)
                .filter(rule -> addresses.contains(subject(rule)))
                .forEach(rule -> steps.add(new KernelStep.Remove(rule)));
        routes.forEach(route -> steps.add(new KernelStep.Remove(route)));
        steps.add(new KernelStep.Retire(host.ns(), link.name(), link.alias()));
        return steps;
    }

    /** The steps that remove rules for addresses that nobody holds and no route of ours leads to. */
    public static List<KernelStep> orphanedRules(KernelState host, Collection<Ip> held) {
        var known = Stream.concat(
                        held.stream().map(Cidr::host),
                        host.routes().stream()
                                .filter(route -> route.protocol() == Ownership.PROTOCOL)
                                .map(KernelObject.Route::destination))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return rules(host)
                .filter(rule -> !known.contains(subject(rule)))
                .<KernelStep>map(KernelStep.Remove::new)
                .toList();
    }

    private static Stream<KernelObject.Rule> rules(KernelState host) {
        return host.rules().stream()
                .filter(rule ->
                        rule.protocol() == Ownership.PROTOCOL && subject(rule).isHost());
    }

    /** The one address that a rule of ours selects by. */
    private static Cidr subject(KernelObject.Rule rule) {
        return rule.selector().from().isAny()
                ? rule.selector().to()
                : rule.selector().from();
    }

    private static boolean leadsTo(KernelObject.Route route, LinkName link) {
        return route.hop() instanceof NextHop.Direct(LinkName out) && out.equals(link);
    }
}
