package io.github.terway4j.ports.out;

import io.github.terway4j.domain.eni.VSwitchId;
import java.time.Duration;
import java.util.function.Function;

/** How a call to the cloud ended. */
public sealed interface CloudOutcome<T> {
    record Done<T>(T value) implements CloudOutcome<T> {
        @Override
        public String words() {
            return "done: " + value;
        }
    }

    /** The cloud asked us to slow down, or we did so before it had to; nothing changed. */
    record Throttled<T>(Duration retryAfter) implements CloudOutcome<T> {
        @Override
        public String words() {
            return "throttled, try again in " + retryAfter;
        }
    }

    /** This vSwitch has no address left; another may. Nothing changed. */
    record VSwitchExhausted<T>(VSwitchId vSwitch) implements CloudOutcome<T> {
        @Override
        public String words() {
            return vSwitch + " has no free address";
        }
    }

    /** A limit of the instance, the ENI or the account is reached; nothing changed. */
    record LimitReached<T>(String words) implements CloudOutcome<T> {}

    /** What the call speaks of does not exist, or no longer. */
    record NotFound<T>(String words) implements CloudOutcome<T> {}

    /** The thing is in a state in which this cannot be done, perhaps only for a moment; nothing changed. */
    record Conflict<T>(String words) implements CloudOutcome<T> {}

    /** We may not, or asked for something that can never be; nothing changed. */
    record Denied<T>(String words) implements CloudOutcome<T> {}

    /**
     * The cloud refused for a reason that we have not foreseen; nothing changed.
     *
     * @param code the cloud's own
     * @param requestId by which the cloud's own people find the call
     */
    record Unforeseen<T>(String code, String requestId, String message) implements CloudOutcome<T> {
        @Override
        public String words() {
            return "refused with the unforeseen code %s (request %s): %s".formatted(code, requestId, message);
        }
    }

    /** The call may or may not have taken effect: only a fresh look can tell. */
    record Unknown<T>(String words) implements CloudOutcome<T> {}

    /** Goes on with the value, where there is one; every other end stays the end that it is. */
    default <R> CloudOutcome<R> then(Function<T, CloudOutcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Throttled<T>(Duration retryAfter) -> new Throttled<>(retryAfter);
            case VSwitchExhausted<T>(VSwitchId vSwitch) -> new VSwitchExhausted<>(vSwitch);
            case LimitReached<T>(String words) -> new LimitReached<>(words);
            case NotFound<T>(String words) -> new NotFound<>(words);
            case Conflict<T>(String words) -> new Conflict<>(words);
            case Denied<T>(String words) -> new Denied<>(words);
            case Unforeseen<T>(String code, String requestId, String message) ->
                new Unforeseen<>(code, requestId, message);
            case Unknown<T>(String words) -> new Unknown<>(words);
        };
    }

    /** What a log or an event would say of it. */
    String words();
}
