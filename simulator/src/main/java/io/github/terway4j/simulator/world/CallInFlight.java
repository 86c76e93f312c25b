package io.github.terway4j.simulator.world;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One call between its caller and what is called. It takes effect once or never, whatever becomes of the caller. */
final class CallInFlight<T> {
    private enum State {
        UNDER_WAY,
        ARRIVED,
        RECALLED
    }

    private final World world;
    private final String caller;
    private final String words;
    private final Supplier<T> effect;
    private final boolean overNetwork;
    private State state = State.UNDER_WAY;
    private @Nullable T answer;
    private @Nullable RuntimeException refusal;

    CallInFlight(World world, String caller, String words, Supplier<T> effect, boolean overNetwork) {
        this.world = world;
        this.caller = caller;
        this.words = words;
        this.effect = effect;
        this.overNetwork = overNetwork;
    }

    /** Takes effect. What it throws is the caller's to hear. */
    void arrive() {
        if (state == State.UNDER_WAY) {
            state = State.ARRIVED;
            try {
                answer = effect.get();
                world.note(caller, words + " -> " + answer);
            } catch (RuntimeException e) {
                refusal = e;
                world.note(caller, "%s throws %s".formatted(words, e));
            }
        }
    }

    /** Takes effect. What it throws nobody would hear, so it stops the world. */
    void arriveUnheard() {
        world.note(caller, "%s -> %s, which is not heard".formatted(words, effect.get()));
    }

    /**
     * A call to the machine itself is done now or never, for the next incarnation must not be surprised by it. One that
     * went over the network may be on the wire already; then it arrives in its own time.
     */
    void callerCrashed(RandomGenerator chance) {
        var happens = chance.nextBoolean();
        if (happens && !overNetwork) {
            arrive();
        }
        if (!happens && state == State.UNDER_WAY) {
            state = State.RECALLED;
            world.note(caller, words + " never takes effect");
        }
    }

    T answer() {
        if (refusal != null) {
            throw refusal;
        }
        return Objects.requireNonNull(answer, words);
    }

    @Override
    public String toString() {
        return caller + " " + words;
    }
}
