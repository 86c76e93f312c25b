package io.github.terway4j.features.runtime;

import java.nio.file.Path;

/**
 * What is to be done.
 *
 * @param sandboxes how many there are to be side by side
 * @param atOnce how many calls are made at once
 * @param folder of the runtime, in which its configuration and the image {@code pause.tar} lie
 * @param cgroup below which the sandboxes live
 */
record RuntimePlan(int sandboxes, int atOnce, Path folder, String cgroup) {
    /** Addresses that the node keeps ready, so that not every pod waits for the cloud. */
    static final int READY = 20;

    RuntimePlan {
        if (sandboxes < 3 || atOnce < 1) {
            throw new IllegalArgumentException("at least three sandboxes are needed, one at a time");
        }
    }

    static RuntimePlan of(String... words) {
        if (words.length != 4) {
            throw new IllegalArgumentException("usage: SANDBOXES AT-ONCE FOLDER CGROUP");
        }
        return new RuntimePlan(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Path.of(words[2]), words[3]);
    }

    /** When somebody is killed: with a third done, and with two. */
    int third() {
        return sandboxes / 3;
    }
}
