package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.fault.Fault;
import java.time.Duration;

/** What became of an action of the pool's plan. */
sealed interface ActionOutcome {
    record Done() implements ActionOutcome {}

    /** Not asked for: the cloud would refuse it, or what was to go is wanted again. */
    record Needless() implements ActionOutcome {}

    /** No more calls for a while, or none for which nobody waits; nothing changed. */
    record PutOff(Duration length, Fault why) implements ActionOutcome {}

    /** The same of what should have followed, which is another action than the one that was to be done, and was. */
    record LeftOff(Duration length, Fault why) implements ActionOutcome {}

    record Failed(Fault why) implements ActionOutcome {}
}
