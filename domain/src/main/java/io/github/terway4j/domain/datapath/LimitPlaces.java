package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a pod's packets can be held back. Packets wait where they leave a link: what a pod sends, at its own interface; what
 * it receives, at the host's end of its veth pair. Without such a pair nothing on the node queues what comes in.
 */
public record LimitPlaces(Optional<Place> ingress, Optional<Place> egress) {
    /** A link that packets leave by. */
    public record Place(NetNs ns, LinkName link) {}

    /** Of a pod that all its packets reach by a veth pair. */
    static LimitPlaces byVeth(PodWiring pod, NetNs host) {
        return new LimitPlaces(Optional.of(new Place(host, pod.hostLink())), sending(pod));
    }

    /** Of a pod that stands in the VPC itself. */
    static LimitPlaces inThePod(PodWiring pod) {
        return new LimitPlaces(Optional.empty(), sending(pod));
    }

    /** Nowhere if others hold it back by stamping its packets: two shapers after each other would let less through than either. */
    private static Optional<Place> sending(PodWiring pod) {
        return pod.waiting() == Waiting.PACED
                ? Optional.empty()
                : Optional.of(new Place(pod.netns(), pod.key().interfaceName()));
    }

    public Optional<Place> of(Direction direction) {
        return switch (direction) {
            case INGRESS -> ingress;
            case EGRESS -> egress;
        };
    }

    /** What holds the pod to this limit. */
    List<Shaper> shapers(BandwidthLimit limit, Mtu mtu) {
        return Arrays.stream(Direction.values())
                .flatMap(direction -> shaper(direction, limit, mtu).stream())
                .toList();
    }

    /** The same in one direction; empty without a limit, or without a place. */
    public Optional<Shaper> shaper(Direction direction, BandwidthLimit limit, Mtu mtu) {
        var rate = limit.rate(direction);
        return of(direction)
                .filter(_ -> rate.limited())
                .map(place -> new Shaper(place.ns(), place.link(), Tbf.shaping(rate, limit.burst(direction), mtu)));
    }

    /** The directions in which this limit cannot be held. */
    public List<Direction> unheld(BandwidthLimit limit) {
        return Arrays.stream(Direction.values())
                .filter(direction ->
                        limit.rate(direction).limited() && of(direction).isEmpty())
                .toList();
    }
}
