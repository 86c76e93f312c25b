package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The way of a call to the cloud and of its answer back: how long they take, and whether they arrive. */
public interface Passage {
    /**
     * Carries the call to the cloud and the outcome back; if it is lost on the way, that is {@code Unknown}.
     *
     * @param call for people: the action and what it is about
     * @param atTheCloud what happens where the call arrives
     */
    <T> CloudOutcome<T> through(String call, Supplier<CloudOutcome<T>> atTheCloud);

    /** The caller goes on waiting for so long after a call of its has been carried, where waiting takes time at all. */
    default void linger(Duration length) {}

    /** Takes no time and loses nothing. */
    static Passage direct() {
        return new Passage() {
            @Override
            public <T> CloudOutcome<T> through(String call, Supplier<CloudOutcome<T>> atTheCloud) {
                return atTheCloud.get();
            }
        };
    }

    /** Takes time, drawn anew for either way, and loses nothing: for a cloud that runs by the wall clock. */
    static Passage taking(Spread eachWay, Tasks tasks, RandomGenerator chance) {
        return new Passage() {
            @Override
            public <T> CloudOutcome<T> through(String call, Supplier<CloudOutcome<T>> atTheCloud) {
                tasks.sleep(eachWay.draw(chance));
                var outcome = atTheCloud.get();
                tasks.sleep(eachWay.draw(chance));
                return outcome;
            }

            @Override
            public void linger(Duration length) {
                tasks.sleep(length);
            }
        };
    }
}
