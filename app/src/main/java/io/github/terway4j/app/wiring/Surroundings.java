package io.github.terway4j.app.wiring;

import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.NodeConditions;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.Tasks;
import java.util.random.RandomGenerator;

/** All that a node's agent needs of the world. */
public record Surroundings(
        CloudNetwork cloud,
        Kernel kernel,
        LeaseLedger ledger,
        CloudJournal journal,
        PodDirectory pods,
        Chronicle chronicle,
        Tasks tasks,
        RandomGenerator random,
        NodeConditions conditions) {
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
}
