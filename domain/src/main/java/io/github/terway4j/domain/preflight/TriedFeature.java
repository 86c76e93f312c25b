package io.github.terway4j.domain.preflight;

import java.util.List;
import java.util.Optional;

/**
 * A need, and what came of trying.
 *
 * @param objection the kernel's words where it is missing; empty where it is there
 */
public record TriedFeature(KernelNeed need, Optional<String> objection) {
    public boolean there() {
        return objection.isEmpty();
    }

    /** Whether no pod can be served. */
    public boolean forbids() {
        return !there() && need.urgency() == KernelNeed.Urgency.EVERY_POD;
    }

    /** One sentence for the operator, of what is missing. */
    public String complaint() {
        var feature = need.feature();
        return "the kernel has no %s (%s): %s. It says: %s"
                .formatted(feature.meaning(), feature.word(), feature.remedy(), objection.orElse("nothing"));
    }

    /** Why no pod can be served, a sentence each; none where they can. */
    public static List<String> obstacles(List<TriedFeature> tried) {
        return tried.stream()
                .filter(TriedFeature::forbids)
                .map(TriedFeature::complaint)
                .toList();
    }
}
