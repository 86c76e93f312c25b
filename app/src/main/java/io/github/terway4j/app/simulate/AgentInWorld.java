package io.github.terway4j.app.simulate;

import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.world.MachineClock;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The product's own agent on one machine of a world. Whenever it has crashed, the next incarnation is started. */
public final class AgentInWorld {
    private final World world;
    private final String name;
    private final MachineClock clock;
    private final Supplier<Duration> downtime;
    private final Function<SimulatedProcess, NodeComponent> birth;
    private final Set<Tasks.Signal> open = new LinkedHashSet<>();
    private Optional<Incarnation> present = Optional.empty();

    /** One life of the agent, from when it serves. */
    public record Incarnation(SimulatedProcess process, NodeComponent component) {}

    /**
     * @param downtime how long until somebody starts it again
     * @param birth what a new process of it does before it serves
     */
    public AgentInWorld(
            World world,
            String name,
            MachineClock clock,
            Supplier<Duration> downtime,
            Function<SimulatedProcess, NodeComponent> birth) {
        this.world = world;
        this.name = name;
        this.clock = clock;
        this.downtime = downtime;
        this.birth = birth;
    }

    public void start() {
        var process = world.process(name, clock);
        process.whenCrashed(() -> {
            present = Optional.empty();
            open.forEach(Tasks.Signal::raise);
            world.after(downtime.get(), name + " is started", this::start);
        });
        process.start("main", () -> present = Optional.of(new Incarnation(process, birth.apply(process))));
    }

    /** The incarnation that serves now; empty while none does. */
    public Optional<Incarnation> present() {
        return present.filter(living -> living.process().alive());
    }

    /**
     * Lets the agent do a deed, and waits for its answer: empty if none serves, it dies meanwhile, or patience ends. Then
     * it may be at it still.
     */
    public <T> Optional<T> ask(SimulatedProcess asker, String what, Duration patience, Function<Incarnation, T> deed) {
        var asked = present();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var answer = new ArrayList<T>();
        var answered = asker.tasks().signal("answer to " + what);
        open.add(answered);
        asked.get().process().start(what, () -> {
            answer.add(deed.apply(asked.get()));
            answered.raise();
        });
        answered.awaitBeyond(0, asker.tasks().instant().plus(patience));
        open.remove(answered);
        return answer.stream().findFirst();
    }
}
