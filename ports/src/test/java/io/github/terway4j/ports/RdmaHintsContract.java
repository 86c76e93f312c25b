package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.HintOutcome;
import io.github.terway4j.ports.out.RdmaHints;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all {@link RdmaHints} promise. Each test has a machine whose kernel has SMC, with one RDMA device, and a new pod. */
public interface RdmaHintsContract {
    Mac ORDINARY = Mac.parse("02:00:5e:00:53:01");
    LinkName ETH0 = new LinkName("eth0");

    RdmaHints hints();

    NetNs host();

    /** To which the RDMA device belongs. */
    Mac hardware();

    /** What that device is called. */
    String device();

    /** A namespace with a link called eth0. */
    NetNs pod();

    /** The RDMA device over which sockets there may speak by that link. */
    Optional<String> hinted(NetNs ns, LinkName link);

    /** Removes the pod. */
    void end(NetNs pod);

    @Test
    default void a_pods_link_is_on_the_network_of_its_hardwares_rdma_device() {
        var pod = pod();
        assertEquals(Optional.empty(), hinted(pod, ETH0));
        assertEquals(new HintOutcome.Given(device()), hints().give(host(), hardware(), pod, ETH0));
        assertEquals(Optional.of(device()), hinted(pod, ETH0));
    }

    @Test
    default void what_is_hinted_already_stays() {
        var pod = pod();
        hints().give(host(), hardware(), pod, ETH0);
        assertEquals(new HintOutcome.Given(device()), hints().give(host(), hardware(), pod, ETH0));
        assertEquals(Optional.of(device()), hinted(pod, ETH0));
    }

    @Test
    default void hardware_without_an_rdma_device_gives_no_hint() {
        var pod = pod();
        assertInstanceOf(HintOutcome.NotHere.class, hints().give(host(), ORDINARY, pod, ETH0));
        assertEquals(Optional.empty(), hinted(pod, ETH0));
    }

    @Test
    default void a_pod_that_has_gone_is_told_of() {
        var pod = pod();
        end(pod);
        assertInstanceOf(HintOutcome.Refused.class, hints().give(host(), hardware(), pod, ETH0));
    }
}
