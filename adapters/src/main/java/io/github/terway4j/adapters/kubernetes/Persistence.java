package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Sends by the outbox what must arrive one day: again and again, as long as it is still so. */
record Persistence(Outbox outbox, Tasks tasks) {
    /** Chosen. */
    private static final Duration REST = Duration.ofSeconds(10);

    void send(String what, Runnable sending, BooleanSupplier still) {
        outbox.send(what, () -> {
            if (still.getAsBoolean()) {
                try {
                    sending.run();
                } catch (KubernetesClientException failed) {
                    tasks.start(what, () -> {
                        tasks.sleep(REST);
                        send(what, sending, still);
                    });
                    throw failed;
                }
            }
        });
    }
}
