package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of ours is for pods in one node's own namespace, kept from the steps that were done there: links, and routes and
 * rules about single addresses.
 */
final class HostMarks {
    private record OurLink(LinkName name, AttachmentKey key, NetNs peer, boolean retired) {
        boolean carries(String alias) {
            return Ownership.alias(key).equals(alias);
        }
    }

    private final Map<LinkName, OurLink> links = new TreeMap<>();
    private final Map<Ip, Set<KernelObject>> about = new TreeMap<>();

    void done(KernelStep step) {
        switch (step) {
            case KernelStep.Make(KernelObject.VethPair pair) ->
                Ownership.attachment(pair.alias()).ifPresent(key -> link(pair, key));
            case KernelStep.Make(KernelObject object) -> Subject.of(object).ifPresent(ip -> make(ip, object));
            case KernelStep.Remove(KernelObject.VethPair pair) ->
                unlink(link -> link.name().equals(pair.name()) && link.carries(pair.alias()));
            case KernelStep.Remove(KernelObject object) ->
                Subject.of(object).ifPresent(ip -> unmake(ip, object::equals));
            case KernelStep.Retire(var _, var name, var alias) ->
                links.computeIfPresent(
                        name,
                        (_, link) -> link.carries(alias) ? new OurLink(name, link.key(), link.peer(), true) : link);
            case KernelStep.Restore _, KernelStep.Withdraw _ -> {}
            case KernelStep.ReapRetired _ -> unlink(OurLink::retired);
        }
    }

    /** A pod's namespace was deleted: our ends of its links went with it. */
    void gone(NetNs peer) {
        unlink(link -> link.peer().equals(peer));
    }

    /** Whether a link of this attachment stands here, be it retired. */
    boolean linked(AttachmentKey key) {
        return links.values().stream().anyMatch(link -> link.key().equals(key));
    }

    /** Whether a link of this attachment stands here and is not retired. */
    boolean stands(AttachmentKey key) {
        return links.values().stream().anyMatch(link -> link.key().equals(key) && !link.retired());
    }

    /** Whether a route leads what is for the address to this link, and rules speak of what is for it and comes from it. */
    boolean leadsBothWays(Ip ip, LinkName link) {
        var objects = about.getOrDefault(ip, Set.of());
        return objects.stream()
                        .anyMatch(object ->
                                Subject.way(object).filter(link::equals).isPresent())
                && objects.stream().anyMatch(Subject::rulesWhatComes)
                && objects.stream().anyMatch(Subject::rulesWhatGoes);
    }

    boolean speaksOf(Ip ip) {
        return about.containsKey(ip);
    }

    /** The links to which routes of ours lead what is for the address. */
    Stream<LinkName> waysTo(Ip ip) {
        return about.getOrDefault(ip, Set.of()).stream().flatMap(object -> Subject.way(object).stream());
    }

    Stream<Mark> marks(String node) {
        return Stream.concat(
                keys().stream().map(key -> new Mark.OfLink(node, key)),
                about.keySet().stream().map(ip -> new Mark.OfAddress(node, ip)));
    }

    boolean isEmpty() {
        return links.isEmpty() && about.isEmpty();
    }

    /** Whether a look at the namespace shows just this. */
    boolean agreesWith(KernelState host) {
        var seen = new HostMarks();
        host.links()
                .forEach(link -> Ownership.attachment(link.alias())
                        .ifPresent(
                                key -> seen.links.put(link.name(), new OurLink(link.name(), key, host.ns(), false))));
        Stream.of(host.routes(), host.rules())
                .flatMap(Collection::stream)
                .forEach(object -> Subject.of(object).ifPresent(ip -> seen.make(ip, object)));
        return seen.keys().equals(keys()) && seen.about.equals(about);
    }

    private List<AttachmentKey> keys() {
        return links.values().stream().map(OurLink::key).toList();
    }

    private void link(KernelObject.VethPair pair, AttachmentKey key) {
        unlink(link -> link.name().equals(pair.name()) && !link.key().equals(key));
        links.put(pair.name(), new OurLink(pair.name(), key, pair.peerNs(), false));
    }

    private void make(Ip ip, KernelObject object) {
        if (object instanceof KernelObject.Route) {
            // A table holds one of our routes per destination.
            unmake(ip, KernelObject.Route.class::isInstance);
        }
        about.computeIfAbsent(ip, _ -> new LinkedHashSet<>()).add(object);
    }

    private void unmake(Ip ip, Predicate<KernelObject> condemned) {
        about.computeIfPresent(ip, (_, objects) -> {
            objects.removeIf(condemned);
            return objects.isEmpty() ? null : objects;
        });
    }

    private void unlink(Predicate<OurLink> condemned) {
        for (var link : links.values().stream().filter(condemned).toList()) {
            links.remove(link.name());
            // The kernel drops the routes of a link that goes, but not the rules.
            List.copyOf(about.keySet())
                    .forEach(ip -> unmake(
                            ip,
                            object -> Subject.way(object)
                                    .filter(link.name()::equals)
                                    .isPresent()));
        }
    }
}
