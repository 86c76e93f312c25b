package io.github.terway4j.ports.out;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.CloudApi;
import java.time.Duration;
import java.util.Optional;

/** Something that is counted. None names a pod, a sandbox or an address: there would be no end to what is kept of them. */
public sealed interface Measurement {
    /** A sandbox was given its address and wired, or not; as long as the runtime waited for it. */
    record Attached(End end, Duration took) implements Measurement {}

    /** The same of its end. */
    record Detached(End end, Duration took) implements Measurement {}

    /** A call to the cloud has ended. */
    record Called(CloudApi api, CallEnd end, Duration took) implements Measurement {}

    /** A call that a pod waits for has had its turn, or one for which nobody waits was told to come again. */
    record TookTurn(CloudApi api, boolean putOff, Duration waited) implements Measurement {}

    /**
     * Addresses were given back to the cloud.
     *
     * @param member whether their ENI rode on a trunk
     */
    record GivenUp(boolean member, IpFamily family, int count) implements Measurement {}

    /**
     * The instance was asked about itself.
     *
     * @param item which thing, for all interfaces and roles alike
     */
    record ReadMetadata(String item, boolean answered, Duration took) implements Measurement {}

    /** Somebody needed credentials to sign with. */
    record Signed(boolean had) implements Measurement {}

    /** Those that we had were not known to the cloud. */
    record Disowned() implements Measurement {}

    /** What is so of the node, or is not, was said. */
    record Told(NodeCondition.Kind kind, boolean holds) implements Measurement {}

    /** The cloud was asked which ENIs we hold. */
    record Looked(boolean answered) implements Measurement {}

    /** One round of a loop. */
    record Round(Loop loop, Duration took) implements Measurement {}

    /** A mistake of ours has ended a round of the loop of this name. */
    record Stumbled(String loop) implements Measurement {}

    /** What nobody had ended was found and ended. */
    record Swept(Leak leak) implements Measurement {}

    /** The kernel was asked to change something, or to show it. */
    record KernelAsked(KernelDeed deed, boolean done, Duration took) implements Measurement {}

    /** How something that was asked of us ended: well, or by whom the fault concerns. */
    enum End {
        DONE,
        REQUEST,
        CONFIGURATION,
        CAPACITY,
        OUTSIDE;

        public static End of(Optional<Fault> fault) {
            return fault.map(End::of).orElse(DONE);
        }

        public static End of(Fault fault) {
            return switch (fault) {
                case Fault.Request _ -> REQUEST;
                case Fault.Configuration _ -> CONFIGURATION;
                case Fault.Capacity _ -> CAPACITY;
                case Fault.Outside _ -> OUTSIDE;
            };
        }
    }

    /** How a call to the cloud ended: the cases of {@link CloudOutcome}. */
    enum CallEnd {
        DONE,
        THROTTLED,
        VSWITCH_EXHAUSTED,
        LIMIT_REACHED,
        NOT_FOUND,
        CONFLICT,
        DENIED,
        UNFORESEEN,
        UNKNOWN;

        public static CallEnd of(CloudOutcome<?> outcome) {
            return switch (outcome) {
                case CloudOutcome.Done<?> _ -> DONE;
                case CloudOutcome.Throttled<?> _ -> THROTTLED;
                case CloudOutcome.VSwitchExhausted<?> _ -> VSWITCH_EXHAUSTED;
                case CloudOutcome.LimitReached<?> _ -> LIMIT_REACHED;
                case CloudOutcome.NotFound<?> _ -> NOT_FOUND;
                case CloudOutcome.Conflict<?> _ -> CONFLICT;
                case CloudOutcome.Denied<?> _ -> DENIED;
                case CloudOutcome.Unforeseen<?> _ -> UNFORESEEN;
                case CloudOutcome.Unknown<?> _ -> UNKNOWN;
            };
        }
    }

    /** Whose rounds are counted. */
    enum Loop {
        POOL,
        LEASE_SWEEPER,
        ORPHAN_SWEEPER
    }

    /** What may be left behind. */
    enum Leak {
        /** A lease whose pod is gone. */
        LEASE,
        /** An ENI of ours that is attached to nothing. */
        ENI
    }

    /** What is asked of the kernel. */
    enum KernelDeed {
        APPLY,
        OBSERVE
    }
}
