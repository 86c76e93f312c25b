package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.domain.datapath.Ownership.PROTOCOL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NamespaceTrafficTest {
    private static final String PREFIX =
            "tw4j-traffic-" + ProcessHandle.current().pid() + "-";
    private static final LinkName ETH0 = new LinkName("eth0");

    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private final NamespaceTraffic traffic = new NamespaceTraffic(Duration.ofSeconds(10));
    private final NamespaceTraffic hasty = new NamespaceTraffic(Duration.ofMillis(50));

    @BeforeEach
    void root() {
        RealKernel.assumeThere();
    }

    @AfterEach
    void remove() {
        namespaces.named(PREFIX).forEach(namespaces::delete);
    }

    @Test
    void what_two_namespaces_with_a_wire_between_them_send_each_other_arrives() {
        var left = namespaces.create(PREFIX + "left");
        var right = namespaces.create(PREFIX + "right");
        wire(left, right, "10.9.0.1", "10.9.0.2");
        wire(left, right, "2001:db8:9::1", "2001:db8:9::2");

        for (var address : new String[] {"10.9.0.2", "2001:db8:9::2"}) {
            assertEquals(new TrafficOutcome.Arrived(), traffic.exchange(left, right, Ip.parse(address), 0));
            assertEquals(new TrafficOutcome.Arrived(), traffic.exchange(left, right, Ip.parse(address), 1_000_000));
        }
    }

    @Test
    void without_a_route_the_connection_does_not_come_about() {
        var left = namespaces.create(PREFIX + "left");
        var right = namespaces.create(PREFIX + "right");

        assertLost("connecting", traffic.exchange(left, right, Ip.parse("10.9.0.2"), 10));
    }

    @Test
    void silence_ends_when_patience_does() {
        var left = namespaces.create(PREFIX + "left");
        var right = namespaces.create(PREFIX + "right");
        wire(left, right, "10.9.0.1", "10.9.0.2");
        // Whatever the other end would answer is thrown away.
        apply(new Route(right, RouteTables.MAIN, Cidr.parse("10.9.0.1/32"), new NextHop.Blackhole(), PROTOCOL));

        assertLost("nothing within 50 ms", hasty.exchange(left, right, Ip.parse("10.9.0.2"), 10));
    }

    @Test
    void an_address_that_a_third_namespace_answers_for_is_not_reached() {
        var left = namespaces.create(PREFIX + "left");
        var right = namespaces.create(PREFIX + "right");
        var third = namespaces.create(PREFIX + "third");
        wire(left, third, "10.9.0.1", "10.9.0.2");

        assertLost("refused", traffic.exchange(left, right, Ip.parse("10.9.0.2"), 10));
    }

    @Test
    void a_namespace_that_is_not_there_sends_and_answers_nothing() {
        var left = namespaces.create(PREFIX + "left");
        var gone = new NetNs("/run/netns/" + PREFIX + "gone");

        assertLost("gone", traffic.exchange(left, gone, Ip.parse("127.0.0.1"), 10));
        assertLost("gone", traffic.exchange(gone, left, Ip.parse("127.0.0.1"), 10));
    }

    private static void assertLost(String words, TrafficOutcome outcome) {
        var lost = assertInstanceOf(TrafficOutcome.Lost.class, outcome);
        assertTrue(lost.words().contains(words), lost.words());
    }

    private static void wire(NetNs left, NetNs right, String leftIp, String rightIp) {
        var one = Ip.parse(leftIp);
        var other = Ip.parse(rightIp);
        int length = one.family().bits() - 8;
        apply(
                new VethPair(left, ETH0, Mac.local(1), right, ETH0, Mac.local(2), new Mtu(1500), ""),
                new Address(left, ETH0, new InterfaceAddress(one, length)),
                new Address(right, ETH0, new InterfaceAddress(other, length)),
                new LinkUp(left, ETH0),
                new LinkUp(right, ETH0));
    }

    private static void apply(KernelObject... objects) {
        try (var kernel = new NetlinkKernel()) {
            var plan = new DatapathPlan(List.of(objects));
            assertEquals(new KernelOutcome.Applied(), kernel.apply(plan.steps()));
        }
    }
}
