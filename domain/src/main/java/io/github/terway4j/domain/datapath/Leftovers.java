package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is still there of attachments that nobody remembers, found by the marks of {@link Ownership} alone. Only links
 * with our alias, rules and routes of our protocol that speak of single addresses, and filters with our mark that do, are
 * ever named.
 */
public final class Leftovers {
    private Leftovers() {}

    /**
     * The attachments whose links stand in the host's namespace, in the order of their names; be it that a link of the
     * host's is marked as lent to them.
     */
    public static List<AttachmentKey> attachments(KernelState host) {
        return Stream.concat(
                        found(host).stream().map(FoundAttachment::key),
                        host.links().stream()
                                .flatMap(link -> Ownership.moved(link.alias()).stream())
                                .map(WayHome::key))
                .distinct()
                .sorted()
                .toList();
    }

    /** Those that have links of their own, with what the kernel shows of each. */
    public static List<FoundAttachment> found(KernelState host) {
        return host.links().stream()
                .filter(link -> link.group() != Ownership.RETIRED_GROUP)
                .flatMap(link -> Ownership.attachment(link.alias()).stream()
                        .map(key -> new FoundAttachment(key, link.name(), addressesBehind(host, link.name()))))
                .sorted(Comparator.comparing(FoundAttachment::key))
                .toList();
    }

    private static List<Ip> addressesBehind(KernelState host, LinkName link) {
        return routes(host)
                .filter(route -> leadsTo(route, link))
                .map(route -> route.destination().first())
                .distinct()
                .sorted()
                .toList();
    }

    /** The steps that remove what is left of one attachment; none where nothing is. */
    public static List<KernelStep> of(KernelState host, AttachmentKey key) {
        return of(host, key, List.of());
    }

    /** The same where a lease remembers the addresses: what is left for them goes, too, even if the link is gone. */
    public static List<KernelStep> of(KernelState host, AttachmentKey key, Collection<Ip> addresses) {
        var links = host.links().stream()
                .filter(link -> link.group() != Ownership.RETIRED_GROUP
                        && Ownership.attachment(link.alias()).equals(Optional.of(key)))
                .toList();
        var subjects = addresses.stream().map(Cidr::host).collect(Collectors.toCollection(TreeSet::new));
        var routes = routes(host)
                .filter(route -> subjects.contains(route.destination())
                        || links.stream().anyMatch(link -> leadsTo(route, link.name())))
                .toList();
        routes.forEach(route -> subjects.add(route.destination()));
        var steps = new ArrayList<KernelStep>();
        rules(host)
                .filter(rule -> subjects.contains(subject(rule)))
                .forEach(rule -> steps.add(new KernelStep.Remove(rule)));
        filters(host)
                .filter(filter -> subjects.contains(source(filter)))
                .forEach(filter -> steps.add(new KernelStep.Remove(filter)));
        routes.forEach(route -> steps.add(new KernelStep.Remove(route)));
        links.forEach(link -> steps.add(new KernelStep.Retire(host.ns(), link.name(), link.alias())));
        host.links()
                .forEach(link -> Ownership.moved(link.alias())
                        .filter(wayHome -> wayHome.key().equals(key))
                        .ifPresent(wayHome -> steps.add(new KernelStep.Restore(host.ns(), link.mac(), wayHome))));
        return steps;
    }

    /** Addresses that rules and filters of ours speak of and no route of ours leads to, in ascending order. */
    public static List<Ip> unrouted(KernelState host) {
        var routed = routes(host).map(KernelObject.Route::destination).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(rules(host).map(Leftovers::subject), filters(host).map(Leftovers::source))
                .filter(subject -> !routed.contains(subject))
                .map(Cidr::first)
                .distinct()
                .sorted()
                .toList();
    }

    /** The steps that remove the rules and filters for these addresses. */
    public static List<KernelStep> rulesFor(KernelState host, Collection<Ip> addresses) {
        var subjects = addresses.stream().map(Cidr::host).collect(Collectors.toCollection(TreeSet::new));
        return Stream.<KernelObject>concat(
                        rules(host).filter(rule -> subjects.contains(subject(rule))),
                        filters(host).filter(filter -> subjects.contains(source(filter))))
                .<KernelStep>map(KernelStep.Remove::new)
                .toList();
    }

    private static Stream<KernelObject.Route> routes(KernelState host) {
        return host.routes().stream()
                .filter(route -> route.protocol() == Ownership.PROTOCOL
                        && route.destination().isHost());
    }

    private static Stream<KernelObject.Rule> rules(KernelState host) {
        return host.rules().stream()
                .filter(rule ->
                        rule.protocol() == Ownership.PROTOCOL && subject(rule).isHost());
    }

    /** Those for what one address sends; all that are seen have our mark. */
    private static Stream<KernelObject.Filter> filters(KernelState host) {
        return host.filters().stream()
                .filter(filter -> filter.match() instanceof FilterMatch.From(var cidr) && cidr.isHost());
    }

    private static Cidr source(KernelObject.Filter filter) {
        return filter.match() instanceof FilterMatch.From(var cidr) ? cidr : Cidr.any(IpFamily.V4);
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
