package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.MovedLink;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Leftovers;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only hardware does, which the real kernel has too little of for a contract. */
final class MovedLinksTest {
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final LinkName ETH1 = new LinkName("eth1");
    private static final AttachmentKey KEY = new AttachmentKey("c0ffee", ETH0);
    private static final Mac PRIMARY = Mac.parse("00:16:3e:00:00:01");
    private static final Mac ENI = Mac.parse("00:16:3e:00:00:02");

    private final SimulatedMachine machine = new SimulatedMachine();
    private final Segment wire = Segment.ofSwitch();
    private final NetNs host = machine.namespaces().create("host");
    private final NetNs pod = machine.namespaces().create("pod");
    private final MovedLink moved = new MovedLink(pod, ETH0, ENI, host, ETH1, KEY);

    @Test
    void hardware_comes_back_when_its_namespace_dies_and_its_mark_tells_whose_it_was() {
        plug(ETH0, PRIMARY);
        plug(ETH1, ENI);
        apply(new KernelStep.Make(moved));
        machine.namespaces().delete(pod);

        var back = eni();
        assertEquals(new LinkName("dev0"), back.name(), "eth0 is the name of another");
        assertEquals(List.of(KEY), Leftovers.attachments(seen()));

        Leftovers.of(seen(), KEY).forEach(this::apply);
        assertEquals(List.of(ETH1, "", false), List.of(eni().name(), eni().alias(), eni().up()));
        assertEquals(List.of(), Leftovers.attachments(seen()));
    }

    @Test
    void hardware_keeps_its_name_and_its_index_where_they_are_free() {
        plug(ETH1, ENI);
        int before = eni().index();
        apply(new KernelStep.Make(moved));
        machine.namespaces().delete(pod);
        assertEquals(ETH0, eni().name());
        assertEquals(before, eni().index());
    }

    @Test
    void an_index_that_a_moved_link_brought_is_not_given_to_another() {
        for (int i = 0; i < 3; i++) {
            plug(new LinkName("net" + i), Mac.local(i));
        }
        plug(ETH1, ENI);
        int index = eni().index();
        apply(new KernelStep.Make(moved));
        for (int i = 0; i < 4; i++) {
            machine.plug(pod, new LinkName("new" + i), Mac.local(10 + i), new Mtu(1500), wire);
        }
        assertEquals(5, index);
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6),
                seen(pod).links().stream().map(Link::index).toList());
    }

    @Test
    void a_renamed_link_keeps_its_settings_under_its_new_name() {
        plug(ETH1, ENI);
        apply(new KernelStep.Make(moved));
        apply(new KernelStep.Make(new Sysctl(pod, "net/ipv4/conf/eth0/rp_filter", "2")));
        apply(new KernelStep.Make(new LinkUp(pod, ETH0)));
        apply(new KernelStep.Make(new MovedLink(pod, ETH1, ENI, host, ETH1, KEY)));
        var settings = assertInstanceOf(
                        Observation.Seen.class,
                        machine.kernel()
                                .observe(pod, List.of("net/ipv4/conf/eth0/rp_filter", "net/ipv4/conf/eth1/rp_filter")))
                .state()
                .sysctls();
        assertEquals("{net/ipv4/conf/eth1/rp_filter=2}", settings.toString());
    }

    private void plug(LinkName name, Mac mac) {
        machine.plug(host, name, mac, new Mtu(1500), wire);
    }

    private void apply(KernelStep step) {
        assertEquals(new KernelOutcome.Applied(), machine.kernel().apply(List.of(step)));
    }

    private Link eni() {
        return seen().link(ENI).orElseThrow();
    }

    private KernelState seen() {
        return seen(host);
    }

    private KernelState seen(NetNs ns) {
        return assertInstanceOf(Observation.Seen.class, machine.kernel().observe(ns, List.of()))
                .state();
    }
}
