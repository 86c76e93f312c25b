package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.invariant.Change;
import io.github.terway4j.simulator.invariant.Watch;

/** Counts the calls that reach the cloud. */
final class CallCount {
    private final Watch watch;
    private long all;
    private long changing;

    CallCount(Watch watch) {
        this.watch = watch;
    }

    /** @param caller an incarnation, {@code node-1#2} */
    void add(String caller, String call) {
        if (!call.startsWith("facts ")) {
            all++;
            changing += looks(call) ? 0 : 1;
            watch.hear(new Change.CloudCalled(node(caller), call));
        }
    }

    long all() {
        return all;
    }

    /** Those that ask for something to be otherwise. */
    long changing() {
        return changing;
    }

    private static boolean looks(String call) {
        return call.startsWith("enisOf ") || call.startsWith("vSwitches ");
    }

    private static String node(String caller) {
        var mark = caller.indexOf('#');
        return mark < 0 ? caller : caller.substring(0, mark);
    }
}
