package io.github.terway4j.domain.lease;

/** Which ENI serves the next pod (configuration key {@code eni_selection_policy}). */
public enum EniSelection {
    /** The ENI that carries most addresses: fills ENIs one after the other, so that others can be given back. */
    MOST_IPS,
    /** The ENI that carries fewest: spreads pods over the ENIs. */
    LEAST_IPS
}
