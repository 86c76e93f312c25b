package io.github.terway4j.ports.in;

import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import java.time.Duration;
import java.util.Optional;

/**
 * Has calls to the cloud take their turns, so that all that this process makes stay below what the cloud allows.
 *
 * <p>What is counted are HTTP calls: a description of many pages takes as many turns.
 */
public interface PaceCalls {
    /**
     * Returns nothing when the call may be made: at once or, if a pod waits for it, after those that came first. A call
     * that nobody waits for is never kept: it is told to come again, and when at the earliest, and is not made.
     */
    Optional<Duration> turn(CloudApi api, Urgency urgency);

    /** The cloud has refused such a call since there were too many. Says how long none of them will have a turn. */
    Duration throttled(CloudApi api);

    /** The same, since there were too many calls of whatever kind. */
    Duration throttledAltogether();
}
