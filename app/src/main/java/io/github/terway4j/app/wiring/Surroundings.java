package io.github.terway4j.app.wiring;

import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudSight;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeConditions;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.NodeLookup;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.RdmaHints;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.ports.out.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * All that a node's agent needs of the world.
 *
 * @param memory what the cloud said to an earlier agent
 * @param meter who counts
 * @param hints of RDMA, to kernels that have it
 * @param routeTables those in which we keep routes to nodes; none where others do, or nobody
 */
public record Surroundings(
        CloudNetwork cloud,
        Kernel kernel,
        LeaseLedger ledger,
        CloudJournal journal,
        PodDirectory pods,
        Chronicle chronicle,
        Tasks tasks,
        RandomGenerator random,
        NodeConditions conditions,
        NodeDirectory nodes,
        List<RouteTable> routeTables,
        CloudMemory memory,
        Meter meter,
        RdmaHints hints) {
    public Surroundings {
        routeTables = List.copyOf(routeTables);
    }

    /** Where nobody remembers what the cloud said. */
    public Surroundings(
            CloudNetwork cloud,
            Kernel kernel,
            LeaseLedger ledger,
            CloudJournal journal,
            PodDirectory pods,
            Chronicle chronicle,
            Tasks tasks,
            RandomGenerator random,
            NodeConditions conditions,
            NodeDirectory nodes,
            List<RouteTable> routeTables) {
        this(
                cloud,
                kernel,
                ledger,
                journal,
                pods,
                chronicle,
                tasks,
                random,
                conditions,
                nodes,
                routeTables,
                new NoMemory(),
                Meter.NONE,
                RdmaHints.NONE);
    }

    /** The same surroundings with somebody who remembers what the cloud said. */
    public Surroundings remembering(CloudMemory other) {
        return new Surroundings(
                cloud,
                kernel,
                ledger,
                journal,
                pods,
                chronicle,
                tasks,
                random,
                conditions,
                nodes,
                routeTables,
                other,
                meter,
                hints);
    }

    /** The same surroundings with somebody who counts. */
    public Surroundings measuredBy(Meter other) {
        return new Surroundings(
                cloud,
                kernel,
                ledger,
                journal,
                pods,
                chronicle,
                tasks,
                random,
                conditions,
                nodes,
                routeTables,
                memory,
                other,
                hints);
    }

    /** The same surroundings, with RDMA. */
    public Surroundings hintedBy(RdmaHints others) {
        return new Surroundings(
                cloud,
                kernel,
                ledger,
                journal,
                pods,
                chronicle,
                tasks,
                random,
                conditions,
                nodes,
                routeTables,
                memory,
                meter,
                others);
    }

    /** Of a node whose pods have no block of addresses and no routes. */
    public Surroundings(
            CloudNetwork cloud,
            Kernel kernel,
            LeaseLedger ledger,
            CloudJournal journal,
            PodDirectory pods,
            Chronicle chronicle,
            Tasks tasks,
            RandomGenerator random,
            NodeConditions conditions) {
        this(cloud, kernel, ledger, journal, pods, chronicle, tasks, random, conditions, new NobodysNodes(), List.of());
    }

    /** Where nobody looks at nodes. */
    public Surroundings(
            CloudNetwork cloud,
            Kernel kernel,
            LeaseLedger ledger,
            CloudJournal journal,
            PodDirectory pods,
            Chronicle chronicle,
            Tasks tasks,
            RandomGenerator random) {
        this(cloud, kernel, ledger, journal, pods, chronicle, tasks, random, _ -> {});
    }

    private record NoMemory() implements CloudMemory {
        @Override
        public Optional<NodeFacts> facts() {
            return Optional.empty();
        }

        @Override
        public LedgerOutcome keep(NodeFacts facts) {
            return new LedgerOutcome.Written();
        }

        @Override
        public CloudSight sight() {
            return CloudSight.NOTHING;
        }

        @Override
        public LedgerOutcome keep(CloudSight sight) {
            return new LedgerOutcome.Written();
        }
    }

    /** Where nobody tells of nodes. */
    private record NobodysNodes() implements NodeDirectory {
        private static final String WORDS = "nobody tells of nodes here";

        @Override
        public NodeLookup self() {
            return new NodeLookup.Unreadable(WORDS);
        }

        @Override
        public NodeCensus census() {
            return new NodeCensus.Unreadable(WORDS);
        }
    }
}
