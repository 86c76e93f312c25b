package io.github.terway4j.ports.out;

import java.time.Duration;

/** The pods of this node as they come and go. Whoever listens has heard of a pod before its sandbox is made. */
public interface PodFeed {
    /**
     * All pods of the node, once there is anything newer than {@code seen}, or when patience ends.
     *
     * @param seen the version that was listed last; zero for none
     */
    PodNews newerThan(long seen, Duration patience);
}
