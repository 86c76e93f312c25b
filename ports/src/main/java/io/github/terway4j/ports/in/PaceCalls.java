package io.github.terway4j.ports.in;

import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Has calls to the cloud take their turns, so that all that this process makes stay below what the cloud allows.
 *
 * <p>What is counted are HTTP calls: a description of many pages takes as many turns.
 */
public interface PaceCalls {
    /** How often a pod's call is made again if the cloud keeps refusing it: for a quarter of a minute or so. */
    int MORE_TURNS = 4;

    /**
     * Makes a call in its turn, or says when to come again. A call that a pod waits for takes another turn when the cloud
     * refuses it since there are too many: it was not heard, and nothing that led to it need be done again.
     *
     * @param call one that was refused so ends as {@link CloudOutcome.Throttled}, and {@link #throttled} has heard of it
     */
    default <T> CloudOutcome<T> inTurn(CloudApi api, Urgency urgency, Supplier<CloudOutcome<T>> call) {
        var outcome = once(api, urgency, call);
        for (int more = MORE_TURNS; more > 0 && mayWait(urgency) && outcome instanceof CloudOutcome.Throttled; more--) {
            outcome = once(api, urgency, call);
        }
        return outcome;
    }

    private static boolean mayWait(Urgency urgency) {
        return urgency == Urgency.WAITING_POD;
    }

    private <T> CloudOutcome<T> once(CloudApi api, Urgency urgency, Supplier<CloudOutcome<T>> call) {
        var putOff = turn(api, urgency);
        if (putOff.isPresent()) {
            return new CloudOutcome.Throttled<>(putOff.get());
        }
        var outcome = call.get();
        // Of one whose answer was lost nobody knows whether it was taken.
        if (!(outcome instanceof CloudOutcome.Throttled || outcome instanceof CloudOutcome.Unknown)) {
            taken(api);
        }
        return outcome;
    }

    /**
     * Returns nothing when the call may be made: at once or, if a pod waits for it, after those that came first. A call
     * that nobody waits for is never kept: it is told to come again, and when at the earliest, and is not made.
     */
    Optional<Duration> turn(CloudApi api, Urgency urgency);

    /** The cloud has refused such a call since there were too many. Says how long none of them will have a turn. */
    Duration throttled(CloudApi api);

    /** The same, since there were too many calls of whatever kind. */
    Duration throttledAltogether();

    /** The cloud has not refused such a call for their number. */
    void taken(CloudApi api);
}
