package io.github.terway4j.adapters.cni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.EniQueueing;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Burst;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.NodeStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CniDoorTest {
    private static final NetNs NETNS = new NetNs("/proc/self/fd/7");
    private static final AttachmentKey KEY = new AttachmentKey("0a1b2c", new LinkName("eth0"));
    private static final AttachRequest REQUEST = new AttachRequest(
            KEY,
            new PodRef("default", "web"),
            NETNS,
            new Mtu(1500),
            BandwidthLimit.NONE,
            FakeNode.NOW.plusSeconds(110),
            AttachRequest.Configured.NOTHING,
            PodInterfaces.THE_ONE,
            new NetNs("/var/run/netns/cni-1"),
            "");

    private final FakeNode node = new FakeNode();

    @Test
    void add_asks_for_the_pod_in_the_namespace_that_came_along_and_says_until_when() {
        answer("ADD", "1.1.0", "");
        assertEquals(List.of(REQUEST), node.asked);
    }

    @Test
    void add_passes_on_the_mtu_and_the_limits_that_the_runtime_sets() {
        answer("ADD", "1.1.0", """
                ,"mtu":8500,"capabilities":{"bandwidth":true},"runtimeConfig":{"bandwidth":
                {"ingressRate":8000000,"ingressBurst":2147483647,"egressRate":81,"egressBurst":1}}""");
        var limits = new BandwidthLimit(new Rate(1_000_000), new Rate(11), Burst.UNSAID, new Burst(1));
        assertEquals(
                List.of(new AttachRequest(
                        KEY,
                        REQUEST.pod(),
                        NETNS,
                        new Mtu(8500),
                        limits,
                        REQUEST.deadline(),
                        REQUEST.configured(),
                        REQUEST.interfaces(),
                        REQUEST.lasting(),
                        "")),
                node.asked);
    }

    @Test
    void add_asks_for_the_very_pod_where_the_runtime_says_its_uid() {
        var environment = Calls.environment("ADD");
        environment.merge("CNI_ARGS", ";K8S_POD_UID=77c5", String::concat);
        node.door().answer(Calls.call(environment, Calls.config("1.1.0", "")), Optional.of(NETNS));
        assertEquals(List.of(REQUEST.of("77c5")), node.asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"mtu\":0",
                ",\"mtu\":null",
                ",\"runtimeConfig\":null",
                ",\"runtimeConfig\":{}",
                ",\"runtimeConfig\":{\"bandwidth\":{}}",
                ",\"runtimeConfig\":{\"bandwidth\":{\"ingressRate\":0,\"egressRate\":-1}}",
                ",\"host_stack_cidrs\":[],\"eniip_virtual_type\":\"\",\"veth_prefix\":7,\"debug\":true",
                ",\"prevResult\":null"
            })
    void what_is_left_out_null_or_somebody_elses_changes_nothing(String more) {
        answer("ADD", "0.3.1", more);
        assertEquals(List.of(REQUEST), node.asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'enable_network_priority':true|BY_PRIORITY",
                "'enable_network_priority':true,'bandwidth_mode':'tc'|BY_PRIORITY",
                "'bandwidth_mode':'EDT'|PACED",
                "'bandwidth_mode':'tc','enable_network_priority':false|AS_IT_IS"
            })
    void add_passes_on_how_packets_wait_at_an_eni(String keys, EniQueueing queueing) {
        answer("ADD", "1.0.0", "," + keys.replace('\'', '"'));
        assertEquals(
                List.of(queueing),
                node.asked.stream()
                        .map(asked -> ((AttachRequest) asked).configured().queueing())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'bandwidth_mode':'bpf'|it takes tc or edt",
                "'enable_network_priority':'yes'|it takes true or false",
                "'enable_network_priority':true,'bandwidth_mode':'edt'|cannot be paced, too"
            })
    void a_way_of_waiting_that_cannot_be_is_refused(String keys, String words) {
        var answered = answer("ADD", "1.0.0", "," + keys.replace('\'', '"'));
        assertTrue(answered.contains(words), answered);
        assertEquals(List.of(), node.asked);
    }

    @Test
    void what_is_configured_of_the_wiring_is_passed_on() {
        answer(
                "ADD",
                "1.0.0",
                ",\"eniip_virtual_type\":\"IPVlan\",\"host_stack_cidrs\":[\"169.254.20.10/32\",\"fd00::/64\"]");
        var wiring = new AttachRequest.Configured(
                Optional.of(VirtualType.IPVLAN), List.of(Cidr.parse("169.254.20.10/32"), Cidr.parse("fd00::/64")));
        assertEquals(
                List.of(wiring),
                node.asked.stream()
                        .map(asked -> ((AttachRequest) asked).configured())
                        .toList());
    }

    @Test
    void check_asks_for_the_same_as_add() {
        assertEquals("{\"cniVersion\":\"0.4.0\"}", answer("CHECK", "0.4.0", ""));
        assertEquals(List.of(REQUEST), node.asked);
    }

    @Test
    void del_needs_neither_a_namespace_nor_a_sound_configuration() {
        var environment = Calls.environment("DEL");
        environment.remove("CNI_NETNS");
        environment.put("CNI_ARGS", "no arguments at all");
        var stdin = Calls.config("0.3.0", ",\"mtu\":\"broken\",\"runtimeConfig\":7,\"prevResult\":[]");
        assertEquals(
                new CniReply(0, "{\"cniVersion\":\"0.3.0\"}"),
                node.door().answer(Calls.call(environment, stdin), Optional.empty()));
        assertEquals(List.of(KEY), node.asked);
    }

    @Test
    void gc_passes_on_the_attachments_in_use() {
        assertEquals("{\"cniVersion\":\"1.1.0\"}", answer("GC", "1.1.0", """
                        ,"cni.dev/valid-attachments":[{"containerID":"b","ifname":"eth1"},
                        {"containerID":"a","ifname":"eth0"}]"""));
        assertEquals(
                List.of(new FakeNode.Collected(List.of(
                        new AttachmentKey("b", new LinkName("eth1")), new AttachmentKey("a", new LinkName("eth0"))))),
                node.asked);
    }

    @Test
    void gc_may_be_told_that_nothing_is_in_use() {
        answer("GC", "1.1.0", ",\"cni.dev/valid-attachments\":[]");
        assertEquals(List.of(new FakeNode.Collected(List.of())), node.asked);
    }

    @Test
    void gc_that_is_not_told_what_is_in_use_collects_nothing() {
        assertEquals(
                failure(
                        "1.1.0",
                        7,
                        "the network configuration on stdin is invalid",
                        "\\\"cni.dev/valid-attachments\\\" is missing"),
                answer("GC", "1.1.0", ""));
        assertEquals(List.of(), node.asked);
    }

    @Test
    void status_is_ready() {
        assertEquals("{\"cniVersion\":\"1.1.0\"}", answer("STATUS", "1.1.0", ""));
    }

    /** Whoever wonders where the addresses are sees it in the same answer. */
    @Test
    void status_lists_what_is_kept_for_pods_whether_the_node_is_ready_or_not() {
        node.reservations = List.of(new Reservation(
                new PodRef("default", "db-0"),
                new LinkName("eth0"),
                new EniId("eni-1"),
                DualStack.v4(Ip.parse("10.0.1.20")),
                Instant.parse("2026-03-04T05:06:07Z"),
                "it is a pod of a statefulset"));
        var listed = ",\"reservations\":[{\"pod\":\"default/db-0\",\"interface\":\"eth0\",\"eni\":\"eni-1\","
                + "\"ips\":[\"10.0.1.20\"],\"until\":\"2026-03-04T05:06:07Z\","
                + "\"why\":\"it is a pod of a statefulset\"}]}";
        assertEquals("{\"cniVersion\":\"1.1.0\"" + listed, answer("STATUS", "1.1.0", ""));
        node.status = new NodeStatus.NotReady(new Fault.Capacity("no address is left"));
        assertTrue(answer("STATUS", "1.1.0", "").endsWith(listed));
    }

    @Test
    void status_that_is_not_ready_is_an_error_that_says_why() {
        node.status = new NodeStatus.NotReady(new Fault.Configuration("no vSwitch is configured"));
        assertEquals(
                failure("1.1.0", 50, "this node cannot take another pod now", "no vSwitch is configured"),
                answer("STATUS", "1.1.0", ""));
    }

    @ParameterizedTest
    @CsvSource({"0.3.0,0.3.0", "1.0.0,1.0.0", "0.2.0,1.1.0", "2.0.0,1.1.0", "'',1.1.0"})
    void version_names_all_that_are_supported(String asked, String answered) {
        assertEquals(
                "{\"cniVersion\":\"%s\",\"supportedVersions\":[\"0.3.0\",\"0.3.1\",\"0.4.0\",\"1.0.0\",\"1.1.0\"]}"
                        .formatted(answered),
                answer("VERSION", asked, ""));
    }

    @ParameterizedTest
    @CsvSource({"Request,4", "Configuration,102", "Capacity,11", "Outside,11"})
    void a_fault_is_told_by_whom_it_concerns(String kind, int code) {
        var fault = fault(kind, "it is so");
        node.attach = new AttachOutcome.NotAttached(fault);
        node.detach = new DetachOutcome.NotDetached(fault);
        node.check = new CheckOutcome.Unreadable(fault);
        assertEquals(
                failure("1.1.0", code, "pod default/web cannot be attached", "it is so"), answer("ADD", "1.1.0", ""));
        assertEquals(
                failure("0.3.1", code, "0a1b2c/eth0 is not wholly detached", "it is so"), answer("DEL", "0.3.1", ""));
        assertEquals(
                failure("0.4.0", code, "pod default/web cannot be checked", "it is so"), answer("CHECK", "0.4.0", ""));
        assertEquals(
                failure("1.1.0", code, "not all garbage is collected", "it is so"),
                answer("GC", "1.1.0", ",\"cni.dev/valid-attachments\":[]"));
    }

    @Test
    void a_namespace_is_called_what_the_runtime_calls_it() {
        node.attach = new AttachOutcome.NotAttached(new Fault.Request("/proc/self/fd/7 is no network namespace"));
        assertEquals(
                failure(
                        "1.0.0",
                        4,
                        "pod default/web cannot be attached",
                        "/var/run/netns/cni-1 is no network namespace"),
                answer("ADD", "1.0.0", ""));
    }

    @Test
    void a_check_names_what_is_missing() {
        node.check = new CheckOutcome.Missing(List.of("rule 512 in /proc/self/fd/7", "the route"));
        assertEquals(
                failure(
                        "1.0.0",
                        100,
                        "the network of pod default/web is not complete",
                        "missing: rule 512 in /var/run/netns/cni-1; the route"),
                answer("CHECK", "1.0.0", ""));
    }

    @Test
    void a_check_of_an_unknown_attachment_says_so() {
        node.check = new CheckOutcome.Unknown();
        assertEquals(
                failure("1.0.0", 101, "0a1b2c/eth0 is not attached", "this node has no lease for it"),
                answer("CHECK", "1.0.0", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADD", "CHECK"})
    void a_namespace_that_did_not_come_along_is_named(String command) {
        assertEquals(
                failure(
                        "1.0.0",
                        4,
                        "CNI_NETNS /var/run/netns/cni-1 could not be opened",
                        "the CNI executable sent no descriptor of it"),
                node.door()
                        .answer(Calls.call(command, Calls.config("1.0.0", "")), Optional.empty())
                        .body());
        assertEquals(List.of(), node.asked);
    }

    @Test
    void a_mistake_of_ours_is_answered_too() {
        var deeds = new CniDeeds(
                _ -> {
                    throw new IllegalStateException("secret");
                },
                node.deeds().detach(),
                node.deeds().check(),
                node.deeds().collect(),
                node.deeds().status());
        var door = new CniDoor(deeds, InstantSource.fixed(FakeNode.NOW), Duration.ofSeconds(1));
        assertEquals(
                new CniReply(
                        1,
                        failure(
                                "1.0.0",
                                999,
                                "the call could not be answered",
                                "this is a mistake of the terway agent; its log tells more")),
                door.answer(Calls.call("ADD", Calls.config("1.0.0", "")), Optional.of(NETNS)));
    }

    private String answer(String command, String version, String more) {
        return node.door()
                .answer(Calls.call(command, Calls.config(version, more)), Optional.of(NETNS))
                .body();
    }

    private static String failure(String version, int code, String msg, String details) {
        return "{\"cniVersion\":\"%s\",\"code\":%d,\"msg\":\"%s\",\"details\":\"%s\"}"
                .formatted(version, code, msg, details);
    }

    private static Fault fault(String kind, String words) {
        return switch (kind) {
            case "Request" -> new Fault.Request(words);
            case "Configuration" -> new Fault.Configuration(words);
            case "Capacity" -> new Fault.Capacity(words);
            case "Outside" -> new Fault.Outside(words);
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
