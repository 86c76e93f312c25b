package io.github.terway4j.app.simulate;

import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.simulator.invariant.CallsWithinBudget;
import io.github.terway4j.simulator.invariant.Invariant;
import io.github.terway4j.simulator.invariant.LeaseOnLiveEni;
import io.github.terway4j.simulator.invariant.LedgerBeforeKernel;
import io.github.terway4j.simulator.invariant.LedgerReadable;
import io.github.terway4j.simulator.invariant.LivingStayConnected;
import io.github.terway4j.simulator.invariant.NoAddressTwice;
import io.github.terway4j.simulator.invariant.NothingTakenFromTheLiving;
import io.github.terway4j.simulator.invariant.NothingWithoutLease;
import io.github.terway4j.simulator.invariant.WithinLimits;
import java.time.Duration;
import java.util.List;

/** The invariants of a simulation, with their bounds. */
final class Standing {
    /** Two rounds of garbage collection: the first may find the agent away. */
    static final Duration LEFTOVERS = Kubelet.COLLECTS_EVERY.multipliedBy(3);

    /** Five looks at the cloud, of which four may fail. */
    static final Duration NOTICE = Duration.ofMinutes(10);

    /** A look a second while something is under way, and as many deeds again. */
    static final int CALLS_PER_MINUTE = 120;

    private Standing() {}

    static List<Invariant> invariants(SimulationPlan plan, Landscape landscape, NodeConfig config) {
        return List.of(
                new NoAddressTwice(),
                new NothingTakenFromTheLiving(),
                new LivingStayConnected(),
                new LeaseOnLiveEni(NOTICE),
                new LedgerBeforeKernel(),
                new NothingWithoutLease(LEFTOVERS),
                new WithinLimits(
                        new Capacity(landscape.type(), config.eni().cap()).sharedEnis(),
                        landscape.accountQuota(plan.nodes())),
                new CallsWithinBudget(CALLS_PER_MINUTE),
                new LedgerReadable());
    }
}
