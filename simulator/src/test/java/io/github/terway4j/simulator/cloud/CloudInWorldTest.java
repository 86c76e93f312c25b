package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudInWorldTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void enis_arrive_without_anybody_looking() {
        try (var world = new World(1)) {
            var scene = CloudScene.small(1, 1, world);
            var node = scene.instances().getFirst();
            var process = world.process("node-1");
            var cloud = new CloudInWorld(world, scene.cloud()).network(process);
            process.start("main", () -> {
                for (var token : List.of("1", "2", "3")) {
                    var made = assertInstanceOf(
                            CloudOutcome.Done.class, cloud.create(wanted(scene), new ClientToken(token)));
                    cloud.attach(((Eni) made.value()).id(), node.id());
                }
            });
            world.run();
            assertEquals(
                    4,
                    world.trace().lines().stream()
                            .filter(line -> line.matches(".* cloud eni-bp1.* is attached to " + node.id()))
                            .count(),
                    () -> "" + world.trace().lines());
        }
    }

    @Test
    void a_create_whose_answer_is_lost_is_repeated_under_its_token() {
        FaultPlan firstAnswerLost = call -> call.number() == 1 ? new Fate.AnswerLost(PATIENCE) : new Fate.Arrives();
        try (var world = new World(1, firstAnswerLost)) {
            var scene = CloudScene.small(1, 1, world);
            var process = world.process("node-1");
            var cloud = new CloudInWorld(world, scene.cloud()).network(process);
            var outcomes = new ArrayList<CloudOutcome<Eni>>();
            process.start("main", () -> {
                outcomes.add(cloud.create(wanted(scene), new ClientToken("1")));
                outcomes.add(cloud.create(wanted(scene), new ClientToken("1")));
            });
            world.run();
            assertInstanceOf(CloudOutcome.Unknown.class, outcomes.getFirst());
            assertInstanceOf(CloudOutcome.Done.class, outcomes.getLast());
            assertEquals(2, scene.cloud().enis().size(), "the primary one and the new one");
        }
    }

    @Test
    void a_node_reads_its_facts() {
        try (var world = new World(1)) {
            var scene = CloudScene.small(1, 1, world);
            var node = scene.instances().getFirst();
            var process = world.process("node-1");
            var facts = new CloudInWorld(world, scene.cloud()).facts(process, node.id());
            var read = new ArrayList<Object>();
            process.start("main", () -> read.add(facts.read()));
            world.run();
            assertEquals(List.of(new SimulatedInstanceFacts(scene.cloud(), node.id(), Passage.direct()).read()), read);
        }
    }

    private static NewEni wanted(CloudScene scene) {
        return new NewEni(
                scene.instances().getFirst().id(),
                scene.vSwitches().getFirst(),
                List.of(scene.securityGroup()),
                1,
                0,
                Map.of());
    }
}
