package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.LinkMessages.SeenLink;
import io.github.terway4j.adapters.netlink.QueueMessages.SeenQueue;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Sought;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks for certain things in a namespace: links by their names, the rest where it would be, and asks for no more than that
 * where the kernel can leave out something. Of rules it leaves out nothing; they are sorted out before they are read.
 */
final class Glancer {
    private final OpenNamespace namespace;
    private final Questions questions;
    private final Sought sought;
    private final Map<LinkName, SeenLink> links = new TreeMap<>();
    private final LinkNames names;

    Glancer(OpenNamespace namespace, Sought sought) {
        this.namespace = namespace;
        this.questions = new Questions(namespace.socket());
        this.sought = sought;
        sought.links()
                .forEach(name -> LinkLookup.find(namespace.socket(), name).ifPresent(seen -> links.put(name, seen)));
        this.names = LinkNames.of(List.copyOf(links.values()));
    }

    KernelState read() {
        return new KernelState(
                sought.ns(),
                links.values().stream()
                        .map(SeenLink::link)
                        .sorted(SeenOrder.LINKS)
                        .toList(),
                found(Address.class, this::addresses, SeenOrder.ADDRESSES),
                found(Route.class, this::routes, SeenOrder.ROUTES),
                found(Rule.class, this::rules, SeenOrder.RULES),
                found(Neighbour.class, this::neighbours, SeenOrder.NEIGHBOURS),
                shapers(),
                found(Filter.class, this::filters, SeenOrder.FILTERS),
                found(Queueing.class, this::queueings, SeenOrder.QUEUEINGS),
                Settings.in(namespace, sought.sysctlKeys()));
    }

    private <T extends KernelObject> List<T> found(
            Class<T> kind, Function<List<T>, Stream<T>> looking, Comparator<T> order) {
        var wanted = sought.objects(kind);
        return looking.apply(wanted).filter(wanted::contains).sorted(order).toList();
    }

    private Stream<Address> addresses(List<Address> wanted) {
        return wanted.stream()
                .map(Address::link)
                .distinct()
                .flatMap(link -> index(link).stream())
                .flatMap(index -> questions
                        .list(AddressMessages.list(index), AddressMessages::read)
                        // Before Linux 4.20 those of all links come.
                        .filter(seen -> seen.linkIndex() == index))
                .flatMap(seen ->
                        names
                                .name(seen.linkIndex())
                                .map(link -> new Address(sought.ns(), link, seen.address()))
                                .stream());
    }

    private Stream<Route> routes(List<Route> wanted) {
        return wanted.stream()
                .flatMap(route -> RouteShelf.of(route, this::index).stream())
                .distinct()
                .flatMap(shelf -> questions
                        .list(shelf.list(), reply -> SeenRoute.read(reply, names))
                        .filter(seen -> !seen.local() && seen.destination().family() == shelf.family())
                        .flatMap(seen -> seen.in(sought.ns()).stream())
                        .filter(seen -> RouteShelf.of(seen, this::index).equals(Optional.of(shelf))));
    }

    private Stream<Rule> rules(List<Rule> wanted) {
        return Arrays.stream(IpFamily.values())
                .flatMap(family -> new RuleSieve(family, wanted).find(namespace.socket()));
    }

    private Stream<Neighbour> neighbours(List<Neighbour> wanted) {
        return wanted.stream()
                .flatMap(neighbour -> index(neighbour.link()).stream()
                        .flatMap(index ->
                                questions
                                        .get(NeighbourMessages.get(neighbour.ip(), index), NeighbourMessages::read)
                                        .stream())
                        .map(seen -> new Neighbour(sought.ns(), neighbour.link(), seen.ip(), seen.mac())));
    }

    private List<Shaper> shapers() {
        return sought.objects(Shaper.class).stream()
                .map(Shaper::link)
                .distinct()
                .flatMap(link -> index(link).stream()
                        .flatMap(index -> questions.get(QueueMessages.root(index), ShaperMessages::read).stream())
                        .map(seen -> new Shaper(sought.ns(), link, seen.tbf())))
                .sorted(SeenOrder.SHAPERS)
                .toList();
    }

    private Stream<Filter> filters(List<Filter> wanted) {
        return wanted.stream()
                .map(filter -> new Hooked(filter.link(), filter.hook()))
                .distinct()
                .flatMap(hooked -> index(hooked.link()).stream()
                        .flatMap(index -> questions.list(
                                FilterMessages.list(index, hooked.hook()),
                                reply -> FilterMessages.read(hooked.hook(), names, reply)))
                        .flatMap(seen -> seen.on(sought.ns(), hooked.link()).stream()));
    }

    private Stream<Queueing> queueings(List<Queueing> wanted) {
        return wanted.stream()
                .map(Queueing::link)
                .distinct()
                .flatMap(link -> index(link).stream()
                        .flatMap(index -> QueueMessages.read(queues(index)).stream())
                        .map(discipline -> new Queueing(sought.ns(), link, discipline)));
    }

    /** Those of hardware with several queues can only be listed, with everybody else's. */
    private List<SeenQueue> queues(int index) {
        var root = questions.get(QueueMessages.root(index), QueueMessages::read);
        return root.filter(queue -> queue.kind().equals(QueueMessages.MQ)).isEmpty()
                ? root.stream().toList()
                : questions
                        .list(QueueMessages.list(), QueueMessages::read)
                        .filter(queue -> queue.linkIndex() == index)
                        .toList();
    }

    private Optional<Integer> index(LinkName name) {
        return Optional.ofNullable(links.get(name)).map(seen -> seen.link().index());
    }

    /** Where filters of a link are listed. */
    private record Hooked(LinkName link, Hook hook) {}
}
