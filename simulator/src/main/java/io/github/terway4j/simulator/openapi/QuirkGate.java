package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.wire.Refusal;
import io.github.terway4j.simulator.quirk.CallFate;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Quirks;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Where the cloud's quirks befall calls, before anything is known about them. */
public final class QuirkGate implements Gate {
    private final Quirks quirks;
    private final Duration silence;
    private final Consumer<Duration> wait;
    private final BiConsumer<Duration, Runnable> later;

    /**
     * Asks these quirks about every call.
     *
     * @param silence for so long nothing is heard where a call or its answer is lost; then the connection ends
     * @param wait lets the calling thread wait
     * @param later does something after so long
     */
    public QuirkGate(Quirks quirks, Duration silence, Consumer<Duration> wait, BiConsumer<Duration, Runnable> later) {
        this.quirks = quirks;
        this.silence = silence;
        this.wait = wait;
        this.later = later;
    }

    @Override
    public Reply pass(ApiCall call, Way onward) {
        return switch (quirks.fateOf(call.action().orElse(""))) {
            case CallFate.Arrives() -> onward.go(call);
            case CallFate.LostOnTheWay() -> after(silence, new Reply.Lost());
            case CallFate.ArrivesLate(var by) -> {
                later.accept(silence.plus(by), () -> {
                    var _ = onward.go(call);
                });
                yield after(silence, new Reply.Lost());
            }
            case CallFate.AnswerLost() -> {
                var _ = onward.go(call);
                yield after(silence, new Reply.Lost());
            }
            case CallFate.AnswerLate(var by) -> after(by, onward.go(call));
            case CallFate.Unreachable() -> new Reply.Lost();
            case CallFate.Refused(var why) -> refused(why);
            case CallFate.DoneAndDenied(var why) -> {
                var _ = onward.go(call);
                yield refused(why);
            }
        };
    }

    private Reply after(Duration length, Reply reply) {
        wait.accept(length);
        return reply;
    }

    static Reply refused(CallRefusal why) {
        return new Reply.Refused(new Refusal(why.code(), why.httpStatus(), why.message()));
    }
}
