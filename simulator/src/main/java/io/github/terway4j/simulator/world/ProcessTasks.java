package io.github.terway4j.simulator.world;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;

/** The clock of the world, and the tasks of one process. */
final class ProcessTasks implements Tasks {
    private final World world;
    private final SimulatedProcess process;

    ProcessTasks(World world, SimulatedProcess process) {
        this.world = world;
        this.process = process;
    }

    @Override
    public Instant instant() {
        return world.instant();
    }

    @Override
    public void sleep(Duration length) {
        var task = process.asking();
        task.pauseFor(length);
        world.note("%s has slept for %s".formatted(task, length));
    }

    @Override
    public void start(String name, Runnable work) {
        process.start(name, work);
    }

    @Override
    public Signal signal(String name) {
        return new WorldSignal(world, process, name);
    }
}
