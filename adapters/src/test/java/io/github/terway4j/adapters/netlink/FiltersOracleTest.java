package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.netlink.OtherTools.ip;
import static io.github.terway4j.adapters.netlink.OtherTools.tc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.Band;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.QueueDiscipline;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code tc} sees of our filters and queues, and what becomes of its own beside them. */
@NeedsKernel({"skbedit", "vlan-action", "mirred", "prio"})
final class FiltersOracleTest {
    private static final String PREFIX =
            "tw4j-filters-" + ProcessHandle.current().pid() + "-";
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final int QUEUES = 4;

    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private final NetlinkKernel kernel = new NetlinkKernel();
    private NetNs ns = new NetNs("/nowhere");

    @BeforeEach
    void a_link_with_four_queues() {
        OtherTools.assumeThere();
        ns = namespaces.create(PREFIX + "ns");
        ip(ns, "link add eth0 numtxqueues " + QUEUES + " type veth peer name eth1");
        ip(ns, "link set eth0 up");
    }

    @AfterEach
    void remove() {
        kernel.close();
        namespaces.named(PREFIX).forEach(namespaces::delete);
    }

    @Test
    void tc_sees_our_filters() {
        make(push(5));
        make(new Filter(
                ns,
                ETH0,
                Hook.EGRESS,
                3,
                new FilterMatch.To(Cidr.parse("2001:db8::/48")),
                new FilterAction.Prioritise(Band.FIRST)));
        make(new Filter(
                ns,
                ETH0,
                Hook.INGRESS,
                40_000,
                new FilterMatch.To(Cidr.parse("10.96.0.0/12")),
                new FilterAction.RedirectIn(new LinkName("eth1"))));

        var egress = tc(ns, "filter show dev eth0 egress");
        assertContains(egress, "protocol ip pref 50001 u32", "match 0a000114/ffffffff at 12", "vlan  push id 5");
        assertContains(egress, "protocol ipv6 pref 3 u32", "match 20010db8/ffffffff at 24", "skbedit");
        var ingress = tc(ns, "filter show dev eth0 ingress");
        assertContains(ingress, "match 0a600000/fff00000 at 16", "ptype host", "Ingress Redirect to device eth1");
    }

    @Test
    void what_others_filter_in_the_same_place_is_neither_seen_nor_touched() {
        tc(ns, "qdisc add dev eth0 clsact");
        tc(
                ns,
                "filter add dev eth0 egress prio 50001 protocol ip u32 match ip src 10.0.1.20/32"
                        + " action vlan push id 9");
        make(push(5));
        assertEquals(List.of(push(5)), seen().filters());

        make(push(6));
        done(new KernelStep.Remove(push(6)));
        done(new KernelStep.Remove(push(9)));
        assertEquals(List.of(), seen().filters());
        assertContains(tc(ns, "filter show dev eth0 egress"), "push id 9");
    }

    @Test
    void each_queue_of_a_link_gets_its_bands() {
        var bands = new Queueing(ns, ETH0, QueueDiscipline.BANDS);
        make(bands);
        var queues = tc(ns, "qdisc show dev eth0");
        assertContains(queues, "qdisc mq 1: root");
        assertEquals(
                QUEUES,
                queues.lines().filter(line -> line.startsWith("qdisc prio")).count(),
                queues);
        assertEquals(List.of(bands), seen().queueings());

        done(new KernelStep.Remove(bands));
        assertEquals(List.of(), seen().queueings());
    }

    private Filter push(int tag) {
        return new Filter(
                ns,
                ETH0,
                Hook.EGRESS,
                50_001,
                new FilterMatch.From(Cidr.parse("10.0.1.20/32")),
                new FilterAction.PushTag(new VlanId(tag)));
    }

    private void make(KernelObject object) {
        done(new KernelStep.Make(object));
        done(new KernelStep.Make(object));
    }

    private void done(KernelStep step) {
        assertEquals(new KernelOutcome.Applied(), kernel.apply(List.of(step)));
    }

    private KernelState seen() {
        return assertInstanceOf(Observation.Seen.class, kernel.observe(ns, List.of()))
                .state();
    }

    private static void assertContains(String output, String... parts) {
        for (var part : parts) {
            assertTrue(output.contains(part), () -> "\"" + part + "\" is not in: " + output);
        }
    }
}
