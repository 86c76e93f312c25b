package io.github.terway4j.simulator.cluster;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.Spread;

/** A node's pods as a process of a world reads them. They are watched, so a look stays on the node. */
public final class PodDirectoryInWorld implements PodDirectory {
    /** Chosen: a look into memory, and now and then the scheduler's. */
    private static final Spread LOOK = Spread.ofMicros(1, 200);

    /** Chosen: nobody remembers it for us, so the API server is asked over the network. */
    private static final Spread LIST = Spread.ofMillis(2, 40);

    private final PodDirectory directory;
    private final SimulatedProcess caller;

    public PodDirectoryInWorld(PodDirectory directory, SimulatedProcess caller) {
        this.directory = directory;
        this.caller = caller;
    }

    @Override
    public PodLookup find(PodRef pod) {
        return caller.call("find " + pod, LOOK, () -> directory.find(pod));
    }

    @Override
    public PodCensus census() {
        return caller.request("list pods", LIST, directory::census, PodCensus.Unreadable::new);
    }
}
