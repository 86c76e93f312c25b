package io.github.terway4j.simulator.world;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;

/** The clock of a machine, and the tasks of one process on it. */
final class ProcessTasks implements Tasks {
    private final World world;
    private final SimulatedProcess process;

    ProcessTasks(World world, SimulatedProcess process) {
        this.world = world;
        this.process = process;
    }

    @Override
    public Instant instant() {
        return process.clock().instant();
    }

    @Override
    public void sleep(Duration length) {
        var task = process.asking();
        task.pauseFor(length);
        world.note(task.toString(), "has slept for " + length);
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
