package io.github.terway4j.simulator.quirk;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.Optional;

/** One thing that the cloud may do to whoever relies on it. How often it strikes is said by the {@link QuirkPlan}. */
public sealed interface Quirk {
    /** What may befall a call between its caller and the cloud. At most one befalls any one call. */
    sealed interface OfCalls extends Quirk {
        Calls calls();
    }

    /** Never reaches the cloud; the caller waits in vain. */
    record CallLost(Calls calls) implements OfCalls {}

    /** Takes effect; the caller waits in vain. */
    record AnswerLost(Calls calls) implements OfCalls {}

    /** Takes effect so long after its caller, who waits in vain, has given up. */
    record CallLate(Calls calls, Spread by) implements OfCalls {}

    /** Takes effect, and the answer comes so much later. */
    record AnswerLate(Calls calls, Spread by) implements OfCalls {}

    /** Nobody listens: the caller learns at once that it has not been heard. */
    record Unreachable(Calls calls) implements OfCalls {}

    /** Refused for no reason that the call gives; nothing changes. */
    record Refused(Calls calls, CallRefusal why) implements OfCalls {}

    /** Takes effect, and yet the caller is told that something failed. */
    record DoneAndDenied(Calls calls, CallRefusal why) implements OfCalls {
        public DoneAndDenied {
            if (!why.leavesOpen()) {
                throw new IllegalArgumentException(why.code() + " is a promise that nothing has changed");
            }
        }
    }

    /** An attachment ends where it began: the ENI is available again. Strikes when one begins. */
    record AttachmentFails() implements Quirk {}

    /** A detachment begins and does not go on until it is asked for again. */
    record DetachmentHangs() implements Quirk {}

    /** A deletion begins and does not go on until it is asked for again. */
    record DeletionHangs() implements Quirk {}

    /** Describing ENIs shows them as they were so long ago. Strikes anew at each look. */
    record DescriptionLags(Duration by) implements Quirk {}

    /** Describing vSwitches shows as many free addresses as there were so long ago. Strikes anew at each look. */
    record FreeCountLags(Duration by) implements Quirk {}

    /** The description of a primary ENI calls it a secondary one, as Lingjun's do. */
    record PrimaryShownAsSecondary() implements Quirk {}

    /** The device comes to the instance so long after the API has called its ENI in use. */
    record DeviceLate(Duration by) implements Quirk {}

    /** The instance's metadata shows ENIs and addresses so long after the API does. */
    record MetadataLate(Duration by) implements Quirk {}

    /** Whoever wants an address is refused as though none were free, in this vSwitch or, if none is named, in each. */
    record VSwitchRunsDry(Optional<VSwitchId> vSwitch, ExhaustionCode code) implements Quirk {}

    /** Where no address is free indeed, this is the code that says so. */
    record ExhaustionToldAs(ExhaustionCode code) implements Quirk {}

    /** Whoever wants an address is refused as though the ENI's security groups had as many as they may. */
    record SecurityGroupFull() implements Quirk {}

    /** What others do, of their own accord, so often. */
    sealed interface OfOthers extends Quirk {
        Duration every();
    }

    /**
     * A controller or a person who is not us makes an ENI in this vSwitch and attaches it to an instance where there is
     * room, or takes it away again and deletes it, in turns.
     */
    record StrangersCome(Duration every, VSwitchId from) implements OfOthers {}

    /** A person detaches a secondary ENI, whosever it is. */
    record EnisTaken(Duration every) implements OfOthers {}

    /** The instance is stopped, becomes one of this type, and runs again. */
    record TypeChanged(InstanceId instance, String type) implements OfOthers {
        /** Once is enough. */
        @Override
        public Duration every() {
            return QuirkPlan.FOREVER;
        }
    }
}
