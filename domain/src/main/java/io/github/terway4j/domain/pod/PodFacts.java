package io.github.terway4j.domain.pod;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.TrafficMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the cluster says of a pod.
 *
 * @param uid tells two pods of one name apart
 * @param wishes what it asks of its ENI, by the resources that its containers request; of those that there are, no two go
 *     together
 */
public record PodFacts(
        PodRef pod,
        String uid,
        PodAnnotations annotations,
        Workload workload,
        List<EniWish> wishes,
        PodInterfaces interfaces) {
    public PodFacts {
        wishes = wishes.stream()
                .filter(wish -> wish != EniWish.ANY)
                .distinct()
                .sorted()
                .toList();
    }

    /** Of a pod that asks for no two things that do not go together. */
    public PodFacts(
            PodRef pod,
            String uid,
            PodAnnotations annotations,
            Workload workload,
            EniWish wish,
            PodInterfaces interfaces) {
        this(pod, uid, annotations, workload, List.of(wish), interfaces);
    }

    /** Of a pod whose ENI must carry that. */
    public PodFacts(
            PodRef pod,
            String uid,
            PodAnnotations annotations,
            Workload workload,
            TrafficMode traffic,
            PodInterfaces interfaces) {
        this(pod, uid, annotations, workload, EniWish.of(traffic), interfaces);
    }

    /** Of a pod with one interface. */
    public PodFacts(PodRef pod, String uid, PodAnnotations annotations, Workload workload, EniWish wish) {
        this(pod, uid, annotations, workload, wish, PodInterfaces.THE_ONE);
    }

    /** Of a pod that asks nothing of its ENI, and for this limit by Kubernetes' annotations. */
    public PodFacts(PodRef pod, String uid, BandwidthLimit limit, Workload workload) {
        this(pod, uid, PodAnnotations.of(limit), workload, EniWish.ANY);
    }

    /** Of a pod that nobody owns. */
    public PodFacts(PodRef pod, String uid, BandwidthLimit limit) {
        this(pod, uid, limit, Workload.NONE);
    }

    /** The same pod, with these on it. */
    public PodFacts annotated(PodAnnotations others) {
        return new PodFacts(pod, uid, others, workload, wishes, interfaces);
    }

    /** The same, as if it asked for this of its ENI. */
    public PodFacts wishing(EniWish other) {
        return new PodFacts(pod, uid, annotations, workload, other, interfaces);
    }

    /** What it asks of its ENI; of a pod that contradicts itself, nothing. */
    public EniWish wish() {
        return wishes.size() == 1 ? wishes.getFirst() : EniWish.ANY;
    }

    /**
     * Why no ENI could be what it asks for. Terway says nothing of such pods; which of the wishes counts would be our guess,
     * and a pod that got less than it asked for would learn of it too late.
     */
    public Optional<String> contradiction() {
        return wishes.size() < 2
                ? Optional.empty()
                : Optional.of("the pod asks for %s, which exclude each other: it may ask for one of them alone, of %s"
                        .formatted(resources(wishes, " and "), resources(List.of(EniWish.values()), " or ")));
    }

    private static String resources(List<EniWish> asked, String between) {
        return asked.stream()
                .map(EniWish::resource)
                .filter(resource -> !resource.isEmpty())
                .collect(Collectors.joining(between));
    }

    public AnnotatedBandwidth bandwidth() {
        return AnnotatedBandwidth.of(annotations);
    }

    /** A word that is none changes nothing. */
    public NetworkPriority priority() {
        return annotations
                .get(NetworkPriority.ANNOTATION)
                .flatMap(NetworkPriority::of)
                .orElse(NetworkPriority.BURSTABLE);
    }

    /** All that makes no sense of what stands on the pod. */
    public List<Complaint> complaints() {
        var all = new ArrayList<>(bandwidth().complaints());
        all.addAll(interfaces.complaints());
        all.addAll(annotations.keepingComplaints());
        annotations
                .get(NetworkPriority.ANNOTATION)
                .filter(word -> NetworkPriority.of(word).isEmpty())
                .ifPresent(word -> all.add(Complaint.about(
                        NetworkPriority.ANNOTATION,
                        word,
                        "is no priority",
                        "it takes one of " + NetworkPriority.allowed())));
        return all;
    }
}
