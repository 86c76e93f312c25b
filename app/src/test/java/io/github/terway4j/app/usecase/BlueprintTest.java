package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.NodeWiring;
import io.github.terway4j.domain.datapath.Reach;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.ports.in.AttachRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlueprintTest {
    private static final Cidr SERVICES = Cidr.parse("10.96.0.0/12");
    private static final Cidr DNS_CACHE = Cidr.parse("169.254.20.10/32");
    private static final Cidr ELSEWHERE = Cidr.parse("10.9.0.0/16");
    private static final PodInterfaces TWO = new PodInterfaces(List.of(
            new PodInterfaces.Wish(new LinkName("eth0"), false, List.of()),
            new PodInterfaces.Wish(new LinkName("eth1"), true, List.of(ELSEWHERE))));

    private static Node node(DaemonMode mode, NodeWiring wiring) {
        try (var bench = new Bench(1, 8, 2, 4)) {
            var node = bench.node;
            return new Node(
                    node.host(),
                    node.facts(),
                    node.rules(),
                    node.limits(),
                    node.vSwitches(),
                    node.vSwitchChoice(),
                    node.eniTags(),
                    node.claim(),
                    node.eniMtu(),
                    node.syncPeriod(),
                    node.unfulfilled(),
                    node.waits(),
                    node.families(),
                    mode,
                    wiring);
        }
    }

    private static AttachRequest request(String link, AttachRequest.Configured configured, PodInterfaces interfaces) {
        try (var bench = new Bench(1, 8, 2, 4)) {
            var plain = bench.request(bench.pod("web"));
            return new AttachRequest(
                    new AttachmentKey("c1", new LinkName(link)),
                    plain.pod(),
                    plain.netns(),
                    plain.mtu(),
                    plain.bandwidth(),
                    plain.deadline(),
                    configured,
                    interfaces);
        }
    }

    private static Reach reach(String link, AttachRequest.Configured configured, PodInterfaces interfaces) {
        var wiring = new NodeWiring(VirtualType.IPVLAN, List.of(SERVICES, Cidr.parse("fd00:96::/108")));
        var request = request(link, configured, interfaces);
        var lease = new Lease(
                request.key(), request.pod(), new EniId("eni-1"), DualStack.v4(Ip.parse("10.0.1.20")), Instant.EPOCH);
        return new Blueprint(node(DaemonMode.ENI_MULTI_IP, wiring))
                .of(request, lease, request.bandwidth())
                .reach();
    }

    private static AttachRequest.Configured hostStack(Cidr... blocks) {
        return new AttachRequest.Configured(Optional.empty(), List.of(blocks));
    }

    private static Optional<Fault> objection(DaemonMode mode, VirtualType own, VirtualType asked) {
        var configured = new AttachRequest.Configured(Optional.of(asked), List.of());
        return new Blueprint(node(mode, new NodeWiring(own, List.of())))
                .objection(request("eth0", configured, PodInterfaces.THE_ONE));
    }

    @Test
    void a_pod_finds_services_and_what_its_runtime_names_by_the_host_in_its_own_families() {
        assertEquals(
                List.of(SERVICES, DNS_CACHE),
                reach("eth0", hostStack(SERVICES, DNS_CACHE), PodInterfaces.THE_ONE)
                        .byHost());
    }

    @Test
    void a_pod_of_one_network_has_its_default_route_there() {
        assertEquals(new Reach(List.of(SERVICES), List.of(), true), reach("eth0", hostStack(), PodInterfaces.THE_ONE));
    }

    @Test
    void another_interface_than_the_first_leaves_the_default_route_alone() {
        assertEquals(
                new Reach(List.of(SERVICES), List.of(), false, true),
                reach("eth1", hostStack(), PodInterfaces.THE_ONE));
    }

    @Test
    void the_default_route_is_by_the_network_that_asks_for_it_with_its_own_routes_beside() {
        assertEquals(new Reach(List.of(SERVICES), List.of(ELSEWHERE), true, true), reach("eth1", hostStack(), TWO));
        assertEquals(new Reach(List.of(SERVICES), List.of(), false, true), reach("eth0", hostStack(), TWO));
    }

    @Test
    void a_runtime_that_was_told_another_way_than_the_agent_is_refused_by_words_that_say_what_to_do() {
        var fault = objection(DaemonMode.ENI_MULTI_IP, VirtualType.VETH, VirtualType.IPVLAN)
                .orElseThrow();
        assertInstanceOf(Fault.Configuration.class, fault);
        assertEquals(
                "eniip_virtual_type is ipvlan for the runtime and veth for the agent: write it into eni_conf, too",
                fault.words());
    }

    @Test
    void a_runtime_that_was_told_the_same_or_whose_pods_share_no_eni_is_not() {
        assertEquals(Optional.empty(), objection(DaemonMode.ENI_MULTI_IP, VirtualType.IPVLAN, VirtualType.IPVLAN));
        assertEquals(Optional.empty(), objection(DaemonMode.VPC, VirtualType.VETH, VirtualType.IPVLAN));
    }
}
