package io.github.terway4j.domain.lease;

/** What the desk says to a sandbox that asks for an address. */
public sealed interface LeaseDecision {
    /** The sandbox asked before and keeps what it has. */
    record AlreadyHeld(Lease lease) implements LeaseDecision {}

    /** A free, rested address. */
    record Granted(Lease lease) implements LeaseDecision {}

    /** The pod has a newer sandbox now; it takes over the address, and the older one holds nothing any more. */
    record Replaced(Lease lease, Lease older) implements LeaseDecision {}

    /**
     * An address is kept for the pod, but on an ENI that serves nobody at this moment. Another one would not do.
     *
     * @param reservation what it waits for
     */
    record Awaiting(Reservation reservation) implements LeaseDecision {}

    /**
     * Nothing to give at this moment.
     *
     * @param resting addresses that are free but still rest
     */
    record Starved(int resting) implements LeaseDecision {}
}
