package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceIdentity;
import io.github.terway4j.ports.out.InstanceMetadata;
import org.junit.jupiter.api.Test;

/** What every {@link InstanceMetadata} promises. */
public interface InstanceMetadataContract {
    /**
     * Asks on an instance with an IPv6 address, whose primary ENI has more than its primary IPv4 address and which has
     * a second ENI.
     */
    InstanceMetadata metadata();

    /** What is true of that instance. */
    InstanceIdentity truth();

    /** Asks on an instance without any IPv6 address. */
    InstanceMetadata ipv4Only();

    /** What is true of that one. */
    InstanceIdentity ipv4OnlyTruth();

    /** Asks where nobody answers. */
    InstanceMetadata outOfReach();

    @Test
    default void an_instance_says_what_it_is_and_where_it_stands() {
        assertEquals(new CloudOutcome.Done<>(truth()), metadata().self());
    }

    @Test
    default void asked_again_it_says_the_same() {
        var metadata = metadata();
        metadata.self();
        assertEquals(new CloudOutcome.Done<>(truth()), metadata.self());
    }

    @Test
    default void an_instance_without_ipv6_has_one_address_of_its_own() {
        var truth = ipv4OnlyTruth();
        assertEquals(
                DualStack.v4(truth.hostAddresses().v4().orElseThrow()),
                truth.hostAddresses(),
                "the bench must offer an instance without IPv6");
        assertEquals(new CloudOutcome.Done<>(truth), ipv4Only().self());
    }

    @Test
    default void where_nobody_answers_nothing_is_known() {
        assertInstanceOf(CloudOutcome.Unknown.class, outOfReach().self());
    }
}
