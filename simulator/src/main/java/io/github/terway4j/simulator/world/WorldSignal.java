package io.github.terway4j.simulator.world;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wakes the tasks of one process. Since one task runs at a time, nothing happens between a look and a wait. */
final class WorldSignal implements Tasks.Signal {
    private final World world;
    private final SimulatedProcess process;
    private final String name;
    private final Map<Task, Long> waiting = new LinkedHashMap<>();
    private long count;

    WorldSignal(World world, SimulatedProcess process, String name) {
        this.world = world;
        this.process = process;
        this.name = name;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void raise() {
        count++;
        waiting.forEach(world::wakes);
    }

    @Override
    public boolean awaitBeyond(long seen, Instant deadline) {
        // From here on by the clock that nobody sets.
        var end = world.momentAfter(Duration.between(process.clock().instant(), deadline));
        while (count <= seen && world.isBefore(end)) {
            await(process.asking(), end);
        }
        return count > seen;
    }

    private void await(Task task, long end) {
        var wait = task.nextWait();
        waiting.put(task, wait);
        world.goesOnAt(task, wait, end);
        task.pause();
        waiting.remove(task);
        world.note(task.toString(), "has waited for '%s', which is at %d".formatted(name, count));
    }
}
