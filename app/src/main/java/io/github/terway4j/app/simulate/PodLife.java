package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Tasks;
import java.time.Instant;

/** One pod on one node, from its start to its end, and what is wanted of it. */
final class PodLife {
    enum Wish {
        STAY,
        NEW_SANDBOX,
        END
    }

    private final PodRef pod;
    private final Tasks.Signal wished;
    private Wish wish = Wish.STAY;
    private boolean connected;
    private Runnable afterwards = () -> {};

    PodLife(PodRef pod, Tasks tasks) {
        this.pod = pod;
        this.wished = tasks.signal("wish for " + pod);
    }

    PodRef pod() {
        return pod;
    }

    boolean connected() {
        return connected;
    }

    boolean ends() {
        return wish == Wish.END;
    }

    /** @param next what happens when it has ended */
    void end(Runnable next) {
        wish = Wish.END;
        afterwards = next;
        wished.raise();
    }

    void renewSandbox() {
        if (wish == Wish.STAY) {
            wish = Wish.NEW_SANDBOX;
            wished.raise();
        }
    }

    /** Lives on until something else is wished. */
    void live() {
        connected = true;
        while (wish == Wish.STAY) {
            wished.awaitBeyond(wished.count(), Instant.MAX);
        }
        connected = false;
    }

    void hasNewSandbox() {
        if (wish == Wish.NEW_SANDBOX) {
            wish = Wish.STAY;
        }
    }

    void ended() {
        afterwards.run();
    }
}
