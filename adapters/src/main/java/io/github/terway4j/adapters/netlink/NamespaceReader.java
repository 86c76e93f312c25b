package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.LinkMessages.SeenLink;
import io.github.terway4j.adapters.netlink.QueueMessages.SeenQueue;
import io.github.terway4j.adapters.netlink.ShaperMessages.SeenShaper;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at all of a namespace, one kind of thing after the other: what changes meanwhile may be seen half.
 */
final class NamespaceReader {
    private static final int RTPROT_KERNEL = 2;

    private final OpenNamespace namespace;
    private final NetlinkSocket socket;
    private final NetNs ns;

    NamespaceReader(OpenNamespace namespace) {
        this.namespace = namespace;
        this.socket = namespace.socket();
        this.ns = namespace.ns();
    }

    KernelState read(Collection<String> sysctlKeys) {
        var links = socket.dump(
                LinkMessages.list(), reply -> LinkMessages.read(reply).stream().toList());
        var names = LinkNames.of(links);
        var queues = socket.dump(
                QueueMessages.list(), reply -> SeenAtQueue.of(reply).stream().toList());
        return new KernelState(
                ns,
                links.stream().map(SeenLink::link).sorted(SeenOrder.LINKS).toList(),
                addresses(names),
                routes(names),
                rules(),
                neighbours(names),
                shapers(names, queues),
                filters(names, queues),
                queueings(names, queues),
                Settings.in(namespace, sysctlKeys));
    }

    private List<Address> addresses(LinkNames names) {
        return socket
                .dump(
                        AddressMessages.list(),
                        reply -> AddressMessages.read(reply).stream().toList())
                .stream()
                .flatMap(seen ->
                        names.name(seen.linkIndex()).map(link -> new Address(ns, link, seen.address())).stream())
                .sorted(SeenOrder.ADDRESSES)
                .toList();
    }

    private List<Route> routes(LinkNames names) {
        return Arrays.stream(IpFamily.values())
                .flatMap(family ->
                        socket
                                .dump(
                                        RouteMessages.list(family),
                                        reply -> SeenRoute.read(reply, names).stream()
                                                .toList())
                                .stream()
                                .filter(seen -> seen.destination().family() == family))
                .filter(seen -> !seen.local())
                .flatMap(seen -> seen.in(ns).stream())
                .sorted(SeenOrder.ROUTES)
                .toList();
    }

    private List<Rule> rules() {
        return Arrays.stream(IpFamily.values())
                .flatMap(family ->
                        socket
                                .dump(
                                        RuleMessages.list(family),
                                        reply -> RuleMessages.read(ns, reply).stream()
                                                .toList())
                                .stream()
                                .filter(rule -> rule.family() == family))
                .filter(rule -> rule.protocol() != RTPROT_KERNEL)
                .sorted(SeenOrder.RULES)
                .toList();
    }

    private List<Neighbour> neighbours(LinkNames names) {
        return socket
                .dump(
                        NeighbourMessages.list(),
                        reply -> NeighbourMessages.read(reply).stream().toList())
                .stream()
                .flatMap(seen ->
                        names
                                .name(seen.linkIndex())
                                .map(link -> new Neighbour(ns, link, seen.ip(), seen.mac()))
                                .stream())
                .sorted(SeenOrder.NEIGHBOURS)
                .toList();
    }

    /** A queue discipline, and the shaper that it is, if it is one. */
    private record SeenAtQueue(SeenQueue queue, List<SeenShaper> shapers) {
        static Optional<SeenAtQueue> of(Reply reply) {
            return QueueMessages.read(reply)
                    .map(queue -> new SeenAtQueue(
                            queue, ShaperMessages.read(reply).stream().toList()));
        }
    }

    private List<Shaper> shapers(LinkNames names, List<SeenAtQueue> queues) {
        return queues.stream()
                .flatMap(seen -> seen.shapers().stream())
                .flatMap(seen -> names.name(seen.linkIndex()).map(link -> new Shaper(ns, link, seen.tbf())).stream())
                .sorted(SeenOrder.SHAPERS)
                .toList();
    }

    /** Only links that have hooks are asked: most have none. */
    private List<Filter> filters(LinkNames names, List<SeenAtQueue> queues) {
        return queues.stream()
                .map(SeenAtQueue::queue)
                .filter(FilterMessages::areHooks)
                .map(SeenQueue::linkIndex)
                .flatMap(index -> names.name(index).stream().flatMap(link -> filters(names, link, index)))
                .sorted(SeenOrder.FILTERS)
                .toList();
    }

    private Stream<Filter> filters(LinkNames names, LinkName link, int index) {
        return Arrays.stream(Hook.values())
                .flatMap(hook -> FilterKeeper.seen(socket, index, hook, names).stream())
                .flatMap(seen -> seen.on(ns, link).stream());
    }

    private List<Queueing> queueings(LinkNames names, List<SeenAtQueue> queues) {
        var byLink = queues.stream()
                .map(SeenAtQueue::queue)
                .collect(Collectors.groupingBy(SeenQueue::linkIndex, TreeMap::new, Collectors.toList()));
        return byLink.entrySet().stream()
                .flatMap(ofLink -> names.name(ofLink.getKey()).stream()
                        .flatMap(link -> QueueMessages.read(ofLink.getValue()).stream()
                                .map(discipline -> new Queueing(ns, link, discipline))))
                .sorted(SeenOrder.QUEUEINGS)
                .toList();
    }
}
