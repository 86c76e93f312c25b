package io.github.terway4j.domain.pod;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pod's annotations say of its bandwidth, and which limit comes of it together with what the runtime says.
 *
 * <p>In each direction counts, first to last: Kubernetes' annotation as it stands now; the runtime's word; Terway's
 * annotation. A runtime reads Kubernetes' annotation once, when the pod starts, and its word is an echo of that: it is
 * heard only where there was none. Of what makes no sense no limit is made, and where it stands there stays what there was.
 */
public final class AnnotatedBandwidth {
    private final Map<Direction, BandwidthAnnotation.Said> kubernetes = new EnumMap<>(Direction.class);
    private final Map<Direction, BandwidthAnnotation.Said> terways = new EnumMap<>(Direction.class);

    private AnnotatedBandwidth() {}

    static AnnotatedBandwidth of(PodAnnotations annotations) {
        var read = new AnnotatedBandwidth();
        for (var direction : Direction.values()) {
            read.hear(annotations, BandwidthAnnotation.ofKubernetes(direction), read.kubernetes);
            read.hear(annotations, BandwidthAnnotation.ofTerway(direction), read.terways);
        }
        return read;
    }

    private void hear(
            PodAnnotations annotations, BandwidthAnnotation annotation, Map<Direction, BandwidthAnnotation.Said> into) {
        annotations.get(annotation.text()).ifPresent(value -> into.put(annotation.direction(), annotation.read(value)));
    }

    /** Of what the runtime said when the pod started, that which is not an echo: its own rates, and all bursts. */
    public BandwidthLimit heard(BandwidthLimit runtimes) {
        var own = runtimes;
        for (var echoed : kubernetes.keySet()) {
            own = own.with(echoed, Rate.UNLIMITED, runtimes.burst(echoed));
        }
        return own;
    }

    /**
     * What the pod is to be held to.
     *
     * @param runtimes what was {@link #heard} of the runtime
     * @param before what the pod was held to until now
     */
    public BandwidthLimit limit(BandwidthLimit runtimes, BandwidthLimit before) {
        var limit = BandwidthLimit.NONE;
        for (var direction : Direction.values()) {
            limit = switch (counting(direction, runtimes)) {
                case Counting.Says(var rate) ->
                    limit.with(direction, rate, rate.limited() ? runtimes.burst(direction) : Burst.UNSAID);
                case Counting.AsBefore _ -> limit.with(direction, before.rate(direction), before.burst(direction));
            };
        }
        return limit;
    }

    private Counting counting(Direction direction, BandwidthLimit runtimes) {
        return said(kubernetes, direction)
                .or(() -> Optional.of(runtimes.rate(direction))
                        .filter(Rate::limited)
                        .map(Counting.Says::new))
                .or(() -> said(terways, direction))
                .orElseGet(() -> new Counting.Says(Rate.UNLIMITED));
    }

    private static Optional<Counting> said(Map<Direction, BandwidthAnnotation.Said> by, Direction direction) {
        return Optional.ofNullable(by.get(direction)).map(said -> switch (said) {
            case BandwidthAnnotation.Said.Limited(var rate) -> new Counting.Says(rate);
            case BandwidthAnnotation.Said.Nonsense _ -> new Counting.AsBefore();
        });
    }

    /** All that makes no sense. */
    public List<Complaint> complaints() {
        var all = new ArrayList<>(refusals());
        all.addAll(complaints(terways));
        return all;
    }

    /** What makes no sense and keeps the pod from starting: with Kubernetes' annotations it does wherever a pod may run. */
    public List<Complaint> refusals() {
        return complaints(kubernetes);
    }

    private static List<Complaint> complaints(Map<Direction, BandwidthAnnotation.Said> by) {
        return by.values().stream()
                .flatMap(said -> switch (said) {
                    case BandwidthAnnotation.Said.Limited _ -> Stream.<Complaint>empty();
                    case BandwidthAnnotation.Said.Nonsense(var complaint) -> Stream.of(complaint);
                })
                .toList();
    }

    /** What counts in one direction. */
    private sealed interface Counting {
        record Says(Rate rate) implements Counting {}

        record AsBefore() implements Counting {}
    }
}
