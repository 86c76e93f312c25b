package io.github.terway4j.ports.out;

import java.time.Duration;

/** The pods of this node as they come and go. Whoever listens has heard of a pod before its sandbox is made. */
public interface PodFeed {
    /**
     * What is newer than {@code seen}, once there is anything, or when patience ends: the changes, or all pods where those
     * are no longer remembered.
     *
     * @param seen the version that was told last; zero for none
     */
    PodNews newerThan(long seen, Duration patience);
}
