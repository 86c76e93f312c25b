package io.github.terway4j.simulator.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodLookup;
import io.github.terway4j.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodDirectoryInWorldTest {
    @Test
    void a_look_takes_time_and_finds_what_is_there() {
        var web = new PodRef("shop", "web-0");
        var cluster = new SimulatedCluster(1);
        cluster.addNode("node-1");
        var pod = cluster.start("node-1", web);
        try (var world = new World(1)) {
            var process = world.process("node-1");
            var directory = new PodDirectoryInWorld(new SimulatedPodDirectory(cluster, "node-1"), process);
            var found = new ArrayList<PodLookup>();
            process.start("main", () -> found.add(directory.find(web)));
            world.run();
            assertEquals(List.of(new PodLookup.Found(pod.facts())), found);
            assertTrue(world.instant().isAfter(World.BEGINNING));
        }
    }
}
