package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.pod.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whose addresses are kept for a while after their pods have ended: pods of a StatefulSet, of kinds that the operator
 * names ({@code custom_stateful_workload_kinds}), and those that ask for it by annotation.
 *
 * @param kinds in lower case
 * @param length how long an address is kept; zero for not at all
 */
public record Keeping(List<String> kinds, Duration length) {
    /** Nothing is kept. */
    public static final Keeping NOTHING = new Keeping(List.of(), Duration.ZERO);

    /** As long as Terway keeps the address of a StatefulSet's pod. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    public Keeping {
        kinds = List.copyOf(kinds);
        if (length.isNegative()) {
            throw new IllegalArgumentException("an address cannot be kept for %s".formatted(length));
        }
    }

    /** What is kept on any node, and beside it what the operator names. */
    public static Keeping usual(List<String> customKinds) {
        var kinds = new TreeSet<>(customKinds);
        kinds.add("statefulset");
        return new Keeping(List.copyOf(kinds), USUAL);
    }

    /** What the pod keeps whose lease ends now; empty for most. */
    Optional<Reservation> of(Lease ended, Workload workload, Instant now) {
        return why(workload)
                .filter(_ -> length.isPositive())
                .map(why -> new Reservation(
                        ended.pod(),
                        ended.key().interfaceName(),
                        ended.eni(),
                        ended.addresses(),
                        now.plus(length),
                        why));
    }

    private Optional<String> why(Workload workload) {
        if (workload.keepsAddress()) {
            return Optional.of("its annotation asks for it");
        }
        return kinds.contains(workload.kind()) ? Optional.of("it is a pod of a " + workload.kind()) : Optional.empty();
    }
}
