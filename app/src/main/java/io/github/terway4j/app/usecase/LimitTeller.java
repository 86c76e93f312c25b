package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.LimitPlaces;
import io.github.terway4j.domain.datapath.Waiting;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Terms;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Direction;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells a pod's author what became of the pod's limits. */
final class LimitTeller {
    private final Chronicle chronicle;

    LimitTeller(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void changed(PodRef pod, BandwidthLimit before, BandwidthLimit after) {
        var words = Arrays.stream(Direction.values())
                .filter(direction -> !before.rate(direction).equals(after.rate(direction)))
                .map(direction -> "%s: %s, before %s"
                        .formatted(
                                name(direction),
                                after.rate(direction).words(),
                                before.rate(direction).words()))
                .collect(Collectors.joining("; "));
        chronicle.pod(pod, EventReason.BANDWIDTH_CHANGED, words);
    }

    /** What is wanted and nobody here can do. */
    void unheld(PodRef pod, Terms terms, LimitPlaces places) {
        places.unheld(terms.limit())
                .forEach(direction -> chronicle.pod(
                        pod,
                        EventReason.BANDWIDTH_NOT_HELD,
                        "%s: %s is not held here: %s"
                                .formatted(
                                        name(direction),
                                        terms.limit().rate(direction).words(),
                                        why(direction, terms.waiting()))));
    }

    void failed(PodRef pod, BandwidthLimit wanted, Fault fault) {
        chronicle.pod(
                pod,
                EventReason.BANDWIDTH_NOT_HELD,
                "ingress: %s and egress: %s could not be brought about: %s"
                        .formatted(wanted.ingress().words(), wanted.egress().words(), fault.words()));
    }

    private static String why(Direction direction, Waiting waiting) {
        return switch (direction) {
            case INGRESS -> "by the way that this pod is wired, nothing on the node queues what it receives";
            case EGRESS ->
                waiting == Waiting.PACED
                        ? "bandwidth_mode edt leaves that to whoever stamps the pod's packets"
                        : "nothing on the node queues what it sends";
        };
    }

    private static String name(Direction direction) {
        return switch (direction) {
            case INGRESS -> "ingress";
            case EGRESS -> "egress";
        };
    }
}
