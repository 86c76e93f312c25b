package io.github.terway4j.simulator.world;

import io.github.terway4j.ports.out.Tasks;
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
        while (count <= seen && world.instant().isBefore(deadline)) {
            await(process.asking(), deadline);
        }
        return count > seen;
    }

    private void await(Task task, Instant deadline) {
        var wait = task.nextWait();
        waiting.put(task, wait);
        world.goesOn(task, wait, deadline);
        task.pause();
        waiting.remove(task);
        world.note("%s has waited for '%s', which is at %d".formatted(task, name, count));
    }
}
