package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.invariant.Change;
import io.github.terway4j.simulator.invariant.Watch;
import java.util.Map;
import java.util.TreeMap;

/** Counts the calls that reach the cloud. */
final class CallCount {
    private final Watch watch;
    private long all;
    private final Map<String, Long> changing = new TreeMap<>();

    CallCount(Watch watch) {
        this.watch = watch;
    }

    /** @param caller an incarnation, {@code node-1#2} */
    void add(String caller, String call) {
        if (!call.startsWith("facts ")) {
            all++;
            if (!looks(call)) {
                changing.merge(node(caller), 1L, Long::sum);
            }
            watch.hear(new Change.CloudCalled(node(caller), call));
        }
    }

    long all() {
        return all;
    }

    /** Those of a node that ask for something to be otherwise. */
    long changing(String node) {
        return changing.getOrDefault(node, 0L);
    }

    private static boolean looks(String call) {
        return call.startsWith("enisOf ") || call.startsWith("vSwitches ");
    }

    private static String node(String caller) {
        var mark = caller.indexOf('#');
        return mark < 0 ? caller : caller.substring(0, mark);
    }
}
