package io.github.terway4j.ports.in;

import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import java.time.Duration;

/**
 * Has calls to the cloud take their turns, so that all that this process makes stay below what the cloud allows.
 *
 * <p>What is counted are HTTP calls: a description of many pages takes as many turns.
 */
public interface PaceCalls {
    /** Returns when the call may be made: at once, or after more urgent ones and those that came first. */
    void awaitTurn(CloudApi api, Urgency urgency);

    /** The cloud has refused such a call since there were too many. Says how long none of them will have a turn. */
    Duration throttled(CloudApi api);

    /** The same, since there were too many calls of whatever kind. */
    Duration throttledAltogether();
}
