package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What shows of attachments, with every memory lost: in the host's namespace, and of links that stand on links of it in
 * pods.
 *
 * @param beyond those links, each as it is in its own namespace
 */
public record NodeSight(KernelState host, List<Link> beyond) {
    public NodeSight {
        beyond = List.copyOf(beyond);
    }

    /** Whether pods of this node may have links that only their own namespaces show. */
    public static boolean mayHaveMore(KernelState host, Collection<DatapathKind> wirings) {
        return wirings.stream().anyMatch(kind -> kind.datapath().standsBeyond())
                || host.links().stream().anyMatch(NodeSight::isHostsSlave);
    }

    /** Those that have links of their own, with what the kernel shows of each, in the order of their keys. */
    public List<FoundAttachment> found() {
        return Stream.concat(
                        Leftovers.found(host).stream(),
                        beyond.stream()
                                .flatMap(link -> FarMark.of(link.alias())
                                        .map(mark -> new FoundAttachment(
                                                mark.key(), mark.hostLink(), mark.addresses(), link.footing()))
                                        .stream()))
                .sorted(Comparator.comparing(FoundAttachment::key))
                .toList();
    }

    /** All of which anything shows, in the order of their keys. */
    public List<AttachmentKey> attachments() {
        return Stream.concat(
                        Leftovers.attachments(host).stream(), found().stream().map(FoundAttachment::key))
                .distinct()
                .sorted()
                .toList();
    }

    /** The steps that remove what is left of one attachment; none where nothing is. */
    public List<KernelStep> leftOf(AttachmentKey key, Collection<Ip> remembered) {
        var addresses = new ArrayList<>(remembered);
        var steps = new ArrayList<KernelStep>();
        beyond.stream()
                .flatMap(link -> FarMark.of(link.alias()).stream())
                .filter(mark -> mark.key().equals(key))
                .forEach(mark -> {
                    addresses.addAll(mark.addresses());
                    steps.add(new KernelStep.Withdraw(host.ns(), key));
                });
        steps.addAll(Leftovers.of(host, key, addresses));
        return steps;
    }

    /** Addresses that the host's own slaves are to lead to, and that no slave in a pod has, in ascending order. */
    public List<Ip> unanswered() {
        var carried = beyond.stream()
                .flatMap(link -> FarMark.of(link.alias()).stream())
                .flatMap(mark -> mark.addresses().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return toSlaves()
                .map(route -> route.destination().first())
                .filter(ip -> !carried.contains(ip))
                .distinct()
                .sorted()
                .toList();
    }

    /** The steps that remove the host's ways by its own slaves to these. */
    public List<KernelStep> waysTo(Collection<Ip> addresses) {
        return toSlaves()
                .filter(route -> addresses.contains(route.destination().first()))
                .<KernelStep>map(KernelStep.Remove::new)
                .toList();
    }

    private Stream<KernelObject.Route> toSlaves() {
        return host.routes().stream()
                .filter(route -> route.protocol() == Ownership.PROTOCOL
                        && route.destination().isHost()
                        && route.hop() instanceof NextHop.Direct(LinkName link)
                        && host.link(link).filter(NodeSight::isHostsSlave).isPresent());
    }

    private static boolean isHostsSlave(Link link) {
        return link.footing() instanceof Footing.Ipvlan && link.alias().equals(Ownership.NODE_ALIAS);
    }
}
