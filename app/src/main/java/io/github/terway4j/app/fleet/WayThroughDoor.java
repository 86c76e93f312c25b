package io.github.terway4j.app.fleet;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.world.SimulatedProcess;
import java.time.Duration;
import java.util.function.Supplier;

/** A node's way to the cloud, through the one door that there is. */
record WayThroughDoor(SimulatedProcess caller, Passage way, Door door) implements Passage {
    @Override
    public <T> CloudOutcome<T> through(String call, Supplier<CloudOutcome<T>> atTheCloud) {
        var line = door.line(caller.tasks().instant());
        if (!line.isZero()) {
            caller.tasks().sleep(line);
        }
        return way.through(
                call,
                () -> door.refuses(caller.tasks().instant())
                        ? new CloudOutcome.Throttled<>(Duration.ZERO)
                        : atTheCloud.get());
    }

    @Override
    public void linger(Duration length) {
        way.linger(length);
    }
}
