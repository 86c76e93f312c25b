package io.github.terway4j.app.wiring;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Loops that go on for ever: a mistake of ours, or a machine that has too little memory for one
 * round, ends that round, is told, and the loop begins anew.
 */
final class KeptUp {
    private static final Duration AFTER_A_MISTAKE = Duration.ofSeconds(5);

    private final Tasks tasks;
    private final BiConsumer<String, RuntimeException> mistakes;

    /** @param mistakes hears of each, with the loop's name */
    KeptUp(Tasks tasks, BiConsumer<String, RuntimeException> mistakes) {
        this.tasks = tasks;
        this.mistakes = mistakes;
    }

    void start(String name, Runnable loop) {
        tasks.start(name, () -> {
            while (true) {
                try {
                    loop.run();
                } catch (RuntimeException mistake) {
                    stumbled(name, mistake);
                } catch (VirtualMachineError | LinkageError failed) {
                    // Not every error: by one of its own, whoever ends our work says so.
                    stumbled(name, new IllegalStateException(failed));
                }
            }
        });
    }

    private void stumbled(String name, RuntimeException mistake) {
        mistakes.accept(name, mistake);
        tasks.sleep(AFTER_A_MISTAKE);
    }
}
