package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happens in whatever order, of pods, runtime, cluster and agent, and one of the witnesses lies: no address of a
 * living pod is released, and when all speak the truth again, nothing is left of the dead.
 */
class ReleaseProperties {
    @Property(tries = 60)
    void release_needs_proof(@ForAll("days") List<Deed> day) {
        try (var village = new Village()) {
            for (var deed : day) {
                village.live(deed);
                village.objections().forEach(objection -> {
                    throw new AssertionError("after %s of %s: %s".formatted(deed, day, objection));
                });
            }
            village.calmDown();
            assertEquals(List.of(), village.objections());
            assertEquals(village.livingKeys(), keys(village), () -> "leases after " + day);
            assertEquals(village.livingKeys(), village.linkKeys(), () -> "links after " + day);
        }
    }

    private static List<AttachmentKey> keys(Village village) {
        return village.bench.disk.leases().stream().map(Lease::key).sorted().toList();
    }

    /** What may happen, to which of four pods. */
    record Deed(Kind kind, int pod) {}

    enum Kind {
        STARTS,
        ENDS,
        ENDS_WITHOUT_A_WORD,
        ENDS_TWICE,
        GETS_A_NEW_SANDBOX,
        IS_EVICTED_AND_LIVES_ON,
        IS_FORGOTTEN_AND_LIVES_ON,
        RUNTIME_COLLECTS,
        RUNTIME_HAS_LOST_ITS_MEMORY,
        AGENT_SWEEPS,
        POOL_LOOKS,
        CLUSTER_IS_CUT_OFF,
        CLUSTER_LAGS_BEHIND,
        CLUSTER_IS_BACK,
        AGENT_DIES,
        LEDGER_IS_LOST,
        TIME_PASSES
    }

    @Provide
    Arbitrary<List<Deed>> days() {
        var often = Arbitraries.of(Kind.STARTS, Kind.AGENT_SWEEPS, Kind.POOL_LOOKS, Kind.ENDS_WITHOUT_A_WORD);
        return Combinators.combine(
                        Arbitraries.oneOf(often, Arbitraries.of(Kind.class)),
                        Arbitraries.integers().between(0, 3))
                .as(Deed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .withoutEdgeCases();
    }
}
