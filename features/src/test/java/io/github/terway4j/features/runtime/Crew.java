package io.github.terway4j.features.runtime;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Has a deed done to each of many things, to some of them at once; tells when so many are done. */
final class Crew {
    private final ExecutorService hands;
    private final int all;
    private int done;

    private Crew(ExecutorService hands, int all) {
        this.hands = hands;
        this.all = all;
    }

    static <T> Crew start(List<T> things, int atOnce, Consumer<T> deed) {
        var crew = new Crew(Executors.newFixedThreadPool(atOnce), things.size());
        for (var thing : things) {
            crew.hands.execute(() -> {
                try {
                    deed.accept(thing);
                } finally {
                    crew.count();
                }
            });
        }
        return crew;
    }

    private synchronized void count() {
        done++;
        notifyAll();
    }

    /** Returns when so many are done, well or not. */
    synchronized void await(int many) throws InterruptedException {
        while (done < many) {
            wait();
        }
    }

    /** Returns when all are done. */
    void awaitAll() throws InterruptedException {
        await(all);
        hands.shutdown();
    }
}
