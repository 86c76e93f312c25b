package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.invariant.Violated;
import io.github.terway4j.simulator.world.Trace;
import io.github.terway4j.simulator.world.World;
import io.github.terway4j.simulator.world.WorldStopped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One simulation from its beginning to its end: the storm, the calm after it, and the end of all pods. */
final class Run {
    private static final Duration A_WHILE = Duration.ofHours(1);
    private static final int TELL_EVERY = 1_024;

    private final SimulationPlan plan;
    private final Consumer<Progress> progress;
    private final Consumer<Trace.Line> trace;
    private final Staging staging;

    /** How far a run is. */
    record Progress(SimulationPlan plan, long events, long pods, long faults) {}

    /**
     * @param progress is told now and then, on whichever thread
     * @param trace is told every line
     */
    Run(SimulationPlan plan, Consumer<Progress> progress, Consumer<Trace.Line> trace) {
        this(plan, progress, trace, Staging.USUAL);
    }

    Run(SimulationPlan plan, Consumer<Progress> progress, Consumer<Trace.Line> trace, Staging staging) {
        this.plan = plan;
        this.progress = progress;
        this.trace = trace;
        this.staging = staging;
    }

    Ending toTheEnd() {
        try (var simulation = new Simulation(plan, staging)) {
            simulation.world.trace().copyTo(trace);
            Optional<Ending.Objection> objection = Optional.empty();
            try {
                weather(simulation);
                recover(simulation);
                end(simulation);
            } catch (WorldStopped stopped) {
                objection = Optional.of(objection(simulation, stopped.why()));
            } catch (Violated violated) {
                objection = Optional.of(objection(simulation, violated));
            }
            // That everybody is sent home now is no part of it.
            simulation.world.trace().copyTo(_ -> {});
            return ending(simulation, objection);
        }
    }

    private void weather(Simulation simulation) {
        simulation.begin();
        simulation.afterEach(() -> {
            var events = simulation.world.events();
            if (events % TELL_EVERY == 0) {
                progress.accept(
                        new Progress(plan, events, simulation.picture.connections(), simulation.mischief.count()));
            }
            if (events == plan.steps()) {
                simulation.calm();
            }
        });
        while (simulation.world.events() < plan.steps()) {
            simulation.world.runFor(A_WHILE);
        }
    }

    private static void recover(Simulation simulation) {
        simulation.world.runFor(new Calm(simulation.config).bound());
        new Recovery(simulation).require();
        new Stillness(simulation).require();
    }

    private static void end(Simulation simulation) {
        simulation.endPods();
        recover(simulation);
        new Recovery(simulation).requireNothingLeft();
    }

    private static Ending.Objection objection(Simulation simulation, Throwable why) {
        var events = simulation.world.events();
        return why instanceof Violated violated
                ? new Ending.Objection(violated.invariant(), violated.words(), events)
                : new Ending.Objection("no-mistake-of-ours", String.valueOf(why), events);
    }

    private Ending ending(Simulation simulation, Optional<Ending.Objection> objection) {
        return new Ending(
                plan,
                simulation.world.events(),
                Duration.between(World.BEGINNING, simulation.world.instant()),
                simulation.picture.connections(),
                simulation.calls.all(),
                simulation.mischief.counts(),
                simulation.mischief.struck(),
                simulation.world.trace().hash(),
                objection,
                simulation.world.trace().lines());
    }
}
