package io.github.terway4j.app.fleet;

import java.time.Duration;
import java.time.Instant;

/**
 * Which of the requests that are made from some moment on are the cost of what began at that moment.
 *
 * <p>Requests that follow one another closely are one conversation with the cloud: a look, what was done about what it
 * showed, and a look at what came of that. One in which something was changed counts as a whole. One of looks alone does
 * not: a pool looks every so often, whether anything has happened or not, and how many of those looks fall between one
 * change and the next would be an accident of the clock.
 */
final class Dealings {
    /** Chosen: longer than an agent waits for what is on its way, and shorter than a pool rests when nothing is. */
    private static final Duration APART = Duration.ofSeconds(30);

    private final Duration settling;
    private Instant lastChange;
    private Instant lastRequest;
    /** Of the conversations that have changed something. */
    private Requests cost = new Requests();
    /** Of the one that is going on, while it has changed nothing. */
    private Requests looks = new Requests();
    /** Whether the one that is going on has changed something. */
    private boolean changing;

    /** @param settling how long after a change another may follow that is due to the same */
    Dealings(Duration settling, Instant begun) {
        this.settling = settling;
        lastChange = begun;
        lastRequest = begun;
    }

    /** These have been made since this was last called; a moment is short beside what lies between conversations. */
    void heard(Requests made, Instant now) {
        if (made.all() == 0) {
            return;
        }
        if (Duration.between(lastRequest, now).compareTo(APART) > 0) {
            looks = new Requests();
            changing = false;
        }
        lastRequest = now;
        looks = looks.and(made);
        if (made.change()) {
            lastChange = now;
            changing = true;
        }
        if (changing) {
            cost = cost.and(looks);
            looks = new Requests();
        }
    }

    /** Whether nothing more will be changed because of what began. */
    boolean areOver(Instant now) {
        return Duration.between(lastChange, now).compareTo(settling) > 0;
    }

    Requests cost() {
        return cost;
    }
}
