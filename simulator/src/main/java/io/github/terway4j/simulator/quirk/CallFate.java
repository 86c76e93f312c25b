package io.github.terway4j.simulator.quirk;

import java.time.Duration;

/** What becomes of one call. */
public sealed interface CallFate {
    /** It takes effect and is answered, as usual. */
    record Arrives() implements CallFate {}

    /** It takes no effect; the caller waits in vain. */
    record LostOnTheWay() implements CallFate {}

    /** It takes effect; the caller waits in vain. */
    record AnswerLost() implements CallFate {}

    /** It takes effect so long after the caller, who waits in vain, has given up. */
    record ArrivesLate(Duration by) implements CallFate {}

    /** It takes effect, and the answer comes so much later. */
    record AnswerLate(Duration by) implements CallFate {}

    /** It takes no effect, and the caller learns at once that nobody listens. */
    record Unreachable() implements CallFate {}

    /** It takes no effect. */
    record Refused(CallRefusal why) implements CallFate {}

    /** It takes effect, and the caller is told this. */
    record DoneAndDenied(CallRefusal why) implements CallFate {}
}
