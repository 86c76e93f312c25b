package io.github.terway4j.simulator.world;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The calls of one process: each takes its time, and meets its fate. */
final class Calls {
    private final World world;
    private final SimulatedProcess caller;
    private final RandomGenerator chance;
    private final Set<CallInFlight<?>> inFlight = new LinkedHashSet<>();

    Calls(World world, SimulatedProcess caller) {
        this.world = world;
        this.caller = caller;
        this.chance = world.fork("calls of " + caller.name());
    }

    <T> T make(Task task, CallInFlight<T> call, Fate fate, Spread eachWay, Function<String, T> unanswered) {
        var there = eachWay.draw(chance);
        var back = eachWay.draw(chance);
        return switch (fate) {
            case Fate.Arrives() -> answered(task, call, there, back);
            case Fate.Late(Duration more) -> answered(task, call, there, back.plus(more));
            case Fate.LostOnTheWay(Duration patience) -> givenUp(task, call, patience, unanswered);
            case Fate.AnswerLost(Duration patience) -> {
                world.after(there, call.toString(), call::arriveUnheard);
                yield givenUp(task, call, patience, unanswered);
            }
            case Fate.GivenUp(Duration patience, Duration andThen) -> {
                world.after(patience.plus(andThen), call.toString(), call::arriveUnheard);
                yield givenUp(task, call, patience, unanswered);
            }
            case Fate.CrashBefore() -> {
                task.pauseFor(there);
                throw caller.crashInside();
            }
            case Fate.CrashAfter() -> {
                task.pauseFor(there);
                call.arrive();
                throw caller.crashInside();
            }
        };
    }

    /** Says of every call under way whether it still takes effect. */
    void callerCrashed() {
        inFlight.forEach(call -> call.callerCrashed(chance));
    }

    private <T> T answered(Task task, CallInFlight<T> call, Duration there, Duration back) {
        inFlight.add(call);
        world.after(there, call.toString(), call::arrive);
        task.pauseFor(there.plus(back));
        inFlight.remove(call);
        return call.answer();
    }

    private <T> T givenUp(Task task, CallInFlight<T> call, Duration patience, Function<String, T> unanswered) {
        task.pauseFor(patience);
        var words = "no answer to %s within %s".formatted(call, patience);
        world.note(task.toString(), words);
        return unanswered.apply(words);
    }
}
