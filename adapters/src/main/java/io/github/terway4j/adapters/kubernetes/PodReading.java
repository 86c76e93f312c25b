package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.pod.ListedPod;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a pod is to us. Whatever somebody has written on one, it can be read; what makes no sense is complained of there. */
final class PodReading {
    /** Of a static pod's image: the static pod's own uid. */
    private static final String MIRROR = "kubernetes.io/config.mirror";

    private PodReading() {}

    static ListedPod listed(Pod pod) {
        return new ListedPod(
                facts(pod),
                phase(pod),
                Boolean.TRUE.equals(pod.getSpec().getHostNetwork()),
                pod.getMetadata().getDeletionTimestamp() != null);
    }

    static PodRef name(Pod pod) {
        return new PodRef(pod.getMetadata().getNamespace(), pod.getMetadata().getName());
    }

    static PodFacts facts(Pod pod) {
        var annotations = annotations(pod);
        return new PodFacts(
                name(pod),
                uid(pod),
                annotations,
                new Workload(owner(pod), annotations.keepsAddress()),
                wishes(pod),
                PodNetworks.read(annotations));
    }

    /** The kubelet's. What it runs by files of its own has a mere image in the cluster, with a uid that nobody else uses. */
    private static String uid(Pod pod) {
        return Optional.ofNullable(pod.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(MIRROR))
                .orElseGet(() -> text(pod.getMetadata().getUid()));
    }

    private static List<EniWish> wishes(Pod pod) {
        return Stream.of(EniWish.values())
                .filter(wish -> asksFor(wish.resource(), pod))
                .toList();
    }

    /** Ours alone: what others write there may change every second. */
    private static PodAnnotations annotations(Pod pod) {
        var ours = new TreeMap<String, String>();
        Optional.ofNullable(pod.getMetadata().getAnnotations()).orElse(Map.of()).forEach((name, value) -> {
            if (PodAnnotations.concernsUs(name)) {
                ours.put(name, text(value));
            }
        });
        return new PodAnnotations(ours);
    }

    /** The kind of what looks after the pod: of its owners, at most one is that. */
    private static String owner(Pod pod) {
        return list(pod.getMetadata().getOwnerReferences()).stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst()
                .map(OwnerReference::getKind)
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Kubernetes asks for such a resource only where it is limited to as much. */
    private static boolean asksFor(String resource, Pod pod) {
        return Stream.concat(
                        list(pod.getSpec().getInitContainers()).stream(),
                        list(pod.getSpec().getContainers()).stream())
                .anyMatch(container -> limit(resource, container).signum() > 0);
    }

    private static BigDecimal limit(String resource, Container container) {
        return Optional.ofNullable(container.getResources())
                .map(resources -> resources.getLimits())
                .map(limits -> limits.get(resource))
                .map(quantity -> quantity.getNumericalAmount())
                .orElse(BigDecimal.ZERO);
    }

    private static PodPhase phase(Pod pod) {
        return switch (pod.getStatus() == null ? "" : text(pod.getStatus().getPhase())) {
            case "Running" -> PodPhase.RUNNING;
            case "Succeeded" -> PodPhase.SUCCEEDED;
            case "Failed" -> PodPhase.FAILED;
            case "Unknown" -> PodPhase.UNKNOWN;
            default -> PodPhase.PENDING;
        };
    }

    private static String text(String perhaps) {
        return Optional.ofNullable(perhaps).orElse("");
    }

    private static <T> List<T> list(List<T> perhaps) {
        return Optional.ofNullable(perhaps).orElse(List.of());
    }
}
