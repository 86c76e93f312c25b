package io.github.terway4j.simulator.world;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One incarnation of an agent, or of anybody else who acts: its tasks, and its calls to the outside. When it has
 * crashed, nothing is left of it; who comes after it is another.
 */
public final class SimulatedProcess {
    private final World world;
    private final String name;
    private final MachineClock clock;
    private final Tasks tasks;
    private final Calls calls;
    private final Set<Task> living = new LinkedHashSet<>();
    private final List<Runnable> afterCrash = new ArrayList<>();
    private boolean alive = true;

    SimulatedProcess(World world, String name, MachineClock clock) {
        this.world = world;
        this.name = name;
        this.clock = clock;
        this.tasks = new ProcessTasks(world, this);
        this.calls = new Calls(world, this);
    }

    public String name() {
        return name;
    }

    public boolean alive() {
        return alive;
    }

    /** Of the machine that it runs on. */
    MachineClock clock() {
        return clock;
    }

    public Tasks tasks() {
        return tasks;
    }

    /** Begins a task of this process. */
    public void start(String task, Runnable work) {
        requireAlive();
        var started = new Task(world, this, task, work);
        living.add(started);
        world.wakes(started, started.nextWait());
    }

    /**
     * Calls something on the same machine: a system call, a file. It takes effect after the first of two lengths drawn
     * from {@code eachWay}, and is back after the second. A crash meanwhile leaves it done or not done.
     *
     * @param what for people, and for {@link FaultPlan}s
     * @param effect what happens there; it calls no port, and what it throws the caller hears
     */
    public <T> T call(String what, Spread eachWay, Supplier<T> effect) {
        return perform(what, eachWay, effect, false, words -> {
            throw new IllegalStateException("only a request can be lost, not " + words);
        });
    }

    /**
     * Asks something of another machine. Like {@link #call}, but the request or its answer may be lost, and a crash
     * does not call back a request that has been sent.
     *
     * @param unanswered the answer if none comes, made of words that say so
     */
    public <T> T request(String what, Spread eachWay, Supplier<T> effect, Function<String, T> unanswered) {
        return perform(what, eachWay, effect, true, unanswered);
    }

    /**
     * Ends all tasks inside their present calls. The caller's own task, too: then this does not return.
     */
    public void crash() {
        if (alive) {
            alive = false;
            world.note(name, "crashes");
            calls.callerCrashed();
            living.forEach(task -> world.goesOn(task, task.presentWait(), Duration.ZERO));
            afterCrash.forEach(action -> world.after(Duration.ZERO, "after the crash of " + name, action));
        }
        if (world.current().filter(living::contains).isPresent()) {
            throw new Crashed(name);
        }
    }

    /** When it has crashed and its tasks have ended, this happens: somebody starts the next incarnation, for example. */
    public void whenCrashed(Runnable action) {
        afterCrash.add(action);
    }

    void requireAlive() {
        if (!alive) {
            throw new Crashed(name);
        }
    }

    /** The task that asks something of the world right now. */
    Task asking() {
        requireAlive();
        return world.current()
                .filter(living::contains)
                .orElseThrow(() -> new IllegalStateException("%s is asked on %s, which is none of its tasks in its turn"
                        .formatted(name, Thread.currentThread())));
    }

    void ended(Task task) {
        living.remove(task);
    }

    /** Called by a task of this process, in its turn. */
    Crashed crashInside() {
        crash();
        return new Crashed(name);
    }

    private <T> T perform(
            String what, Spread eachWay, Supplier<T> effect, boolean overNetwork, Function<String, T> unanswered) {
        var task = asking();
        var call = new CallInFlight<>(world, task.toString(), what, effect, overNetwork);
        return calls.make(task, call, world.fateOf(task, what, overNetwork), eachWay, unanswered);
    }
}
