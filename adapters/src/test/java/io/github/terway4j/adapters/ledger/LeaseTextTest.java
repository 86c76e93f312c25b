package io.github.terway4j.adapters.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTextTest {
    private static final String BEFORE_PODS_HAD_UIDS = "{\"v\":1,\"container\":\"c1\",\"interface\":\"eth0\","
            + "\"namespace\":\"default\",\"pod\":\"web\",\"eni\":\"eni-1\",\"ips\":[\"10.0.1.7\"],"
            + "\"since\":\"2026-03-04T05:06:07Z\"";

    private static final Lease LEASE = new Lease(
            new AttachmentKey("c1", new LinkName("eth0")),
            new PodRef("default", "web"),
            new EniId("eni-1"),
            DualStack.v4(Ip.parse("10.0.1.7")),
            Instant.parse("2026-03-04T05:06:07Z"));

    @Test
    void what_an_older_agent_wrote_is_read() {
        assertEquals(new RecordText.Reading.Read<>(LEASE), new LeaseText().read(BEFORE_PODS_HAD_UIDS + "}"));
    }

    @Test
    void by_which_way_a_pod_was_wired_is_remembered() {
        var routed = new Lease(
                LEASE.key(),
                LEASE.pod(),
                LEASE.eni(),
                LEASE.addresses(),
                LEASE.since(),
                "uid-1",
                Workload.NONE,
                DatapathKind.VPC_ROUTE);
        assertEquals(new RecordText.Reading.Read<>(routed), new LeaseText().read(new LeaseText().write(routed)));
    }

    @Test
    void terms_of_a_kind_that_is_not_known_are_refused() {
        var terms = "{\"netns\":\"/run/netns/a\",\"mtu\":1500,\"waiting\":\"in bed\",\"runtimes\":{},\"limit\":{}}";
        assertInstanceOf(
                RecordText.Reading.Refused.class,
                new LeaseText().read(BEFORE_PODS_HAD_UIDS + ",\"terms\":" + terms + "}"));
    }

    @Test
    void a_lease_without_a_way_is_of_the_only_one_that_there_was() {
        var read = new LeaseText().read(BEFORE_PODS_HAD_UIDS + "}");
        assertEquals(new RecordText.Reading.Read<>(LEASE), read);
        assertEquals(DatapathKind.VETH_POLICY_ROUTE, LEASE.datapath());
    }

    @Test
    void a_way_that_is_not_known_is_refused_and_named() {
        assertEquals(
                new RecordText.Reading.Refused<>("its pod is wired by carrier-pigeon, which is not known here"),
                new LeaseText().read(BEFORE_PODS_HAD_UIDS + ",\"datapath\":\"carrier-pigeon\"}"));
    }

    @Test
    void what_a_newer_agent_added_is_passed_over() {
        assertEquals(
                new RecordText.Reading.Read<>(LEASE),
                new LeaseText().read(BEFORE_PODS_HAD_UIDS + ",\"colour\":\"red\"}"));
    }
}
