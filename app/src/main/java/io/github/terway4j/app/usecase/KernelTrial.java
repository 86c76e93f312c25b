package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.SymmetricRouting;
import io.github.terway4j.domain.preflight.KernelFeature;
import io.github.terway4j.domain.preflight.KernelNeed;
import io.github.terway4j.domain.preflight.TriedFeature;
import io.github.terway4j.ports.out.ConnectionMarks;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.MarksOutcome;
import io.github.terway4j.ports.out.Namespaces;
import java.util.List;
import java.util.Optional;

/** Tries what a node asks of its kernel, each in a namespace of its own that is thrown away. */
public final class KernelTrial {
    private final Kernel kernel;
    private final Namespaces namespaces;
    private final ConnectionMarks marks;
    private final String prefix;

    /**
     * Tries by this kernel.
     *
     * @param prefix of the namespaces' names; nobody else's begin so
     */
    public KernelTrial(Kernel kernel, Namespaces namespaces, ConnectionMarks marks, String prefix) {
        this.kernel = kernel;
        this.namespaces = namespaces;
        this.marks = marks;
        this.prefix = prefix;
    }

    public List<TriedFeature> of(List<KernelNeed> needs) {
        return needs.stream()
                .map(need -> new TriedFeature(need, objection(need.feature())))
                .toList();
    }

    public boolean finds(KernelFeature feature) {
        return objection(feature).isEmpty();
    }

    /** What the kernel says against it; empty if it has the feature. */
    private Optional<String> objection(KernelFeature feature) {
        var ns = namespaces.create(prefix + feature.word());
        try {
            return objection(feature, ns);
        } finally {
            namespaces.delete(ns);
        }
    }

    private Optional<String> objection(KernelFeature feature, NetNs ns) {
        return switch (kernel.apply(feature.trial(ns).steps())) {
            case KernelOutcome.Applied() -> feature == KernelFeature.MARKS ? objectionToMarks(ns) : Optional.empty();
            case KernelOutcome.NoSuchNamespace(var _, var words) -> Optional.of(words);
            case KernelOutcome.Occupied(var step, var words) -> Optional.of(step.words() + ": " + words);
            case KernelOutcome.Refused(var step, var words) -> Optional.of(step.words() + ": " + words);
        };
    }

    private Optional<String> objectionToMarks(NetNs ns) {
        return switch (marks.mark(ns, KernelFeature.Trial.LINK, SymmetricRouting.USUAL.mark())) {
            case MarksOutcome.Done() -> Optional.empty();
            case MarksOutcome.Failed(var words) -> Optional.of(words);
        };
    }
}
