package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.device.Device;
import io.github.terway4j.domain.device.DeviceHolder;
import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.DeviceCensus;
import io.github.terway4j.ports.out.DeviceDesk;
import io.github.terway4j.ports.out.OfferOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link DeviceDesk} promises. Each test has a kubelet of its own, which runs already. */
public interface DeviceDeskContract {
    DeviceOffer THREE = DeviceOffer.of(DeviceResource.ENI, 3, 3, List.of(), List.of());
    DeviceOffer MEMBERS = DeviceOffer.of(DeviceResource.MEMBER_ENI, 10, 10, List.of(), List.of());
    PodRef WEB = new PodRef("default", "web");
    PodRef DB = new PodRef("data", "db");

    DeviceDesk desk();

    /** The kubelet ends. */
    void stopKubelet();

    /** It begins, and knows nobody who would offer anything. */
    void startKubelet();

    /** It has taken in so many offers to count something. */
    int introductions();

    /** Whether it counts exactly these of the resource, or does in a moment. */
    boolean comesToCount(DeviceResource resource, List<Device> devices);

    /** The kubelet gives these to a container of the pod. */
    void give(PodRef pod, DeviceResource resource, List<String> devices);

    /** It says no more who has what. */
    void holdBack();

    @Test
    default void what_is_offered_is_counted() {
        assertEquals(new OfferOutcome.Counted(), desk().offer(THREE));
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
    }

    @Test
    default void several_resources_are_counted_side_by_side() {
        desk().offer(THREE);
        desk().offer(MEMBERS);
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
        assertTrue(comesToCount(DeviceResource.MEMBER_ENI, MEMBERS.devices()));
    }

    @Test
    default void what_is_offered_anew_is_counted_anew() {
        desk().offer(THREE);
        var one = DeviceOffer.of(DeviceResource.ENI, 3, 1, List.of("eni-2"), List.of());
        assertEquals(new OfferOutcome.Counted(), desk().offer(one));
        assertTrue(comesToCount(
                DeviceResource.ENI,
                List.of(new Device("eni-0", false), new Device("eni-1", false), new Device("eni-2", true))));
    }

    @Test
    default void the_same_said_again_costs_nothing() {
        desk().offer(THREE);
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
        for (int look = 0; look < 5; look++) {
            assertEquals(new OfferOutcome.Counted(), desk().offer(THREE));
        }
        assertEquals(1, introductions());
    }

    @Test
    default void without_a_kubelet_there_is_nobody_and_the_next_one_counts() {
        stopKubelet();
        assertInstanceOf(OfferOutcome.NobodyThere.class, desk().offer(THREE));
        startKubelet();
        desk().offer(THREE);
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
    }

    @Test
    default void a_kubelet_that_has_begun_anew_counts_again_after_three_looks_at_most() {
        desk().offer(THREE);
        desk().offer(MEMBERS);
        stopKubelet();
        startKubelet();
        for (int look = 0; look < 3; look++) {
            desk().offer(THREE);
            desk().offer(MEMBERS);
        }
        assertTrue(comesToCount(DeviceResource.ENI, THREE.devices()));
        assertTrue(comesToCount(DeviceResource.MEMBER_ENI, MEMBERS.devices()));
    }

    @Test
    default void who_has_what_is_told_in_the_order_of_pods() {
        desk().offer(THREE);
        desk().offer(MEMBERS);
        give(WEB, DeviceResource.MEMBER_ENI, List.of("eni-0", "eni-7"));
        give(DB, DeviceResource.ENI, List.of("eni-2"));
        assertEquals(
                new DeviceCensus.Complete(List.of(
                        new DeviceHolder(DB, DeviceResource.ENI, List.of("eni-2")),
                        new DeviceHolder(WEB, DeviceResource.MEMBER_ENI, List.of("eni-0", "eni-7")))),
                desk().holders());
    }

    @Test
    default void silence_is_not_taken_for_nobody() {
        assertEquals(new DeviceCensus.Complete(List.of()), desk().holders());
        holdBack();
        assertInstanceOf(DeviceCensus.Unreadable.class, desk().holders());
    }
}
