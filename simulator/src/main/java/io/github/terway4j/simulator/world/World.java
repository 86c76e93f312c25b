package io.github.terway4j.simulator.world;

import io.github.terway4j.simulator.world.EventQueue.Happening;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A clock that jumps from event to event, and processes whose tasks have their turns one at a time. The same seed and
 * the same processes give the same run, line by line of its {@link #trace}.
 *
 * <p>A world is driven by the thread that calls {@link #run}. While it runs, only its own tasks and actions may ask
 * anything of it.
 */
public final class World implements InstantSource, AutoCloseable {
    public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private static final int KEPT_LINES = 100_000;
    /** Of real time, for one turn: a matter of microseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final long seed;
    private final FaultPlan faults;
    private final Chance chance;
    private final RandomGenerator order;
    private final Trace trace = new Trace(KEPT_LINES);
    private final EventLoop loop;
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private final TreeMap<String, Integer> incarnations = new TreeMap<>();
    private long calls;

    /** A world in which nothing goes wrong. */
    public World(long seed) {
        this(seed, FaultPlan.NONE);
    }

    public World(long seed, FaultPlan faults) {
        this(seed, faults, PATIENCE);
    }

    World(long seed, FaultPlan faults, Duration patience) {
        this.loop = new EventLoop(new Home(patience));
        this.seed = seed;
        this.faults = faults;
        this.chance = new Chance(seed);
        this.order = chance.fork("who comes first");
    }

    public long seed() {
        return seed;
    }

    @Override
    public Instant instant() {
        return Timescale.moment(loop.now());
    }

    public Trace trace() {
        return trace;
    }

    /** How many events there were: each time that a task goes on, or that something occurs. */
    public long events() {
        return loop.events();
    }

    /** From now on this looks at the world after each event, and before the next. If it throws, the world stops. */
    public void afterEach(Runnable look) {
        loop.afterEach(() -> watched("who looks on", look));
    }

    /** Chance for one part, which no other part draws from; a second fork of a name is another than the first. */
    public RandomGenerator fork(String name) {
        return chance.fork(name);
    }

    /** A clock of a machine's own, which is right to begin with. */
    public MachineClock clock() {
        return new MachineClock(this);
    }

    /** A process that has just been started; {@code node-1#2} is the second of that name. */
    public SimulatedProcess process(String name) {
        return process(name, clock());
    }

    /** The same on a machine with this clock. */
    public SimulatedProcess process(String name, MachineClock clock) {
        var number = incarnations.merge(name, 1, Integer::sum);
        var process = new SimulatedProcess(this, number == 1 ? name : name + "#" + number, clock);
        processes.add(process);
        return process;
    }

    /** Something happens at that moment, or now if that is past. It calls no port and waits for nothing. */
    public void at(Instant moment, String name, Runnable action) {
        occurs(Timescale.nanos(moment), name, action);
    }

    public void after(Duration length, String name, Runnable action) {
        occurs(Timescale.after(loop.now(), length), name, action);
    }

    /**
     * Runs until nothing is left to happen: every task has ended, or waits for a signal that nobody will raise.
     *
     * @throws WorldStopped if a task or an action threw
     */
    public void run() {
        loop.drive(Timescale.NEVER - 1);
    }

    /** Runs until that moment, which it is then. */
    public void runUntil(Instant moment) {
        loop.drive(Timescale.nanos(moment));
        loop.passTo(Timescale.nanos(moment));
    }

    public void runFor(Duration length) {
        runUntil(instant().plus(length));
    }

    /** Ends every task where it is. */
    @Override
    public void close() {
        processes.forEach(SimulatedProcess::crash);
        loop.close();
    }

    /** Writes a line into the trace: something happened now, and to whom. */
    public void note(String who, String what) {
        trace.add(new Trace.Line(loop.events(), Duration.ofNanos(loop.now()), who, what));
    }

    Fate fateOf(Task task, String what, boolean overNetwork) {
        var call = new FaultPlan.Call(++calls, instant(), task.process().name(), task.name(), what, overNetwork);
        return faults.fateOf(call);
    }

    Optional<Task> current() {
        return loop.current();
    }

    void goesOn(Task task, long wait, Duration length) {
        loop.add(Timescale.after(loop.now(), length), new Happening.GoesOn(task, wait));
    }

    /** When so much time will have passed. */
    long momentAfter(Duration length) {
        return Timescale.after(loop.now(), length);
    }

    boolean isBefore(long moment) {
        return loop.now() < moment;
    }

    void goesOnAt(Task task, long wait, long moment) {
        loop.add(moment, new Happening.GoesOn(task, wait));
    }

    /** Of those whose turn it could be, chance says who comes first: it takes each up to some microseconds to wake. */
    void wakes(Task task, long wait) {
        goesOn(task, wait, Duration.ofNanos(order.nextInt(50) * 1_000L));
    }

    void letGo(Task task) {
        loop.letGo(task);
    }

    void ended(Task task, @Nullable Throwable failure) {
        if (failure != null) {
            stop(task.toString(), failure);
        }
        loop.leave();
    }

    private void occurs(long at, String name, Runnable action) {
        loop.add(at, new Happening.Occurs(() -> watched(name, action)));
    }

    private void watched(String name, Runnable action) {
        try {
            action.run();
        } catch (Throwable thrown) {
            stop(name, thrown);
        }
    }

    private void stop(String who, Throwable why) {
        note(who, "throws " + why);
        loop.fail(new WorldStopped("seed %d, at %s, %s: %s".formatted(seed, instant(), who, why), why));
    }
}
