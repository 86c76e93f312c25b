package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.simulator.world.World;

/** Events, told to the world's trace. */
record ChronicleInWorld(World world, String node) implements Chronicle {
    @Override
    public void pod(PodRef pod, EventReason reason, String message) {
        world.note(node, "event of %s: %s: %s".formatted(pod, reason, message));
    }

    @Override
    public void node(EventReason reason, String message) {
        world.note(node, "event: %s: %s".formatted(reason, message));
    }
}
