package io.github.terway4j.features.architecture.crooked.app.usecase;

/** Waits where the simulator cannot wake it. */
final class WaitsByItself {
    private WaitsByItself() {}

    static void waits() throws InterruptedException {
        Thread.sleep(1);
    }
}
