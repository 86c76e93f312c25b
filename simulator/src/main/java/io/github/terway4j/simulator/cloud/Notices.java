package io.github.terway4j.simulator.cloud;

import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** What listeners have yet to be told: written down under the cloud's lock, told outside of it. */
final class Notices {
    private final List<CloudListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock telling = new ReentrantLock();

    /** From now on the listener is told everything, and first of all that these were attached. */
    void add(CloudListener listener, List<CloudEni> attached) {
        for (var eni : attached) {
            eni.instance().ifPresent(instance -> waiting.add(() -> listener.eniAttached(instance, eni.eni())));
        }
        listeners.add(listener);
    }

    void tell(Consumer<CloudListener> notice) {
        var audience = new ArrayList<>(listeners);
        waiting.add(() -> audience.forEach(notice));
    }

    /** One thread tells at a time, so that order is kept; whoever comes meanwhile leaves its notices to that one. */
    void deliver() {
        while (!waiting.isEmpty() && !telling.isHeldByCurrentThread() && telling.tryLock()) {
            try {
                for (var notice = waiting.poll(); notice != null; notice = waiting.poll()) {
                    notice.run();
                }
            } finally {
                telling.unlock();
            }
        }
    }
}
