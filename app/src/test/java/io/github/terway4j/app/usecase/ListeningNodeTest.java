package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.adapters.netlink.LinuxNamespaces;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.RouterAdvertisements;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether a node that begins to forward still hears the router that has told it of its default route. */
class ListeningNodeTest {
    private static final List<LinkName> LINKS = List.of(new LinkName("eth0"), new LinkName("eth1"));
    private static final List<IpFamily> DUAL = List.of(IpFamily.V4, IpFamily.V6);

    @Test
    void a_link_that_listened_goes_on_listening_on_the_simulated_kernel() {
        var machine = new SimulatedMachine();
        listens(machine.kernel(), machine.namespaces());
    }

    @Test
    void a_link_that_listened_goes_on_listening_on_the_real_kernel() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: this is not Linux");
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: network namespaces are root's to make");
        try (var kernel = new NetlinkKernel()) {
            listens(kernel, new LinuxNamespaces());
        }
    }

    private static void listens(Kernel kernel, Namespaces namespaces) {
        var ns = namespaces.create("tw4j-listening-" + ProcessHandle.current().pid());
        try {
            apply(
                    kernel,
                    new DatapathPlan(List.of(
                            new KernelObject.VethPair(
                                    ns, LINKS.get(0), Mac.local(1), ns, LINKS.get(1), Mac.local(2), new Mtu(1500), ""),
                            new KernelObject.Sysctl(ns, "net/ipv6/conf/eth1/accept_ra", "0"))));
            begin(kernel, ns);
            assertEquals("2", seen(kernel, ns).get("net/ipv6/conf/eth0/accept_ra"));
            assertEquals("1", seen(kernel, ns).get("net/ipv6/conf/eth0/forwarding"));
            assertEquals("0", seen(kernel, ns).get("net/ipv6/conf/eth1/accept_ra"), "eth1 was told not to listen");
            // Whoever sets it back does so for a node that forwards, and means it.
            apply(kernel, new DatapathPlan(List.of(new KernelObject.Sysctl(ns, "net/ipv6/conf/eth0/accept_ra", "1"))));
            begin(kernel, ns);
            assertEquals("1", seen(kernel, ns).get("net/ipv6/conf/eth0/accept_ra"));
        } finally {
            namespaces.delete(ns);
        }
    }

    private static void begin(Kernel kernel, NetNs ns) {
        apply(kernel, RouterAdvertisements.kept(ns, DUAL, LINKS, seen(kernel, ns)));
        apply(kernel, new VethPolicyRoute().node(ns, DUAL, LINKS));
    }

    private static Map<String, String> seen(Kernel kernel, NetNs ns) {
        return assertInstanceOf(Observation.Seen.class, kernel.observe(ns, RouterAdvertisements.keys(LINKS)))
                .state()
                .sysctls();
    }

    private static void apply(Kernel kernel, DatapathPlan plan) {
        assertInstanceOf(KernelOutcome.Applied.class, kernel.apply(plan.steps()));
    }
}
