package io.github.terway4j.domain.datapath;

import static io.github.terway4j.domain.datapath.Wirings.HOST;
import static io.github.terway4j.domain.datapath.Wirings.POD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Rate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KernelDiffTest {
    private static final LinkName CALI = new LinkName("cali1");
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final KernelObject.VethPair PAIR = new KernelObject.VethPair(
            HOST, CALI, Mac.local(1), POD, ETH0, Mac.local(2), new Mtu(1500), "terway4j:sandbox-1/eth0");
    private static final Link CALI_LINK =
            new Link(5, CALI, "veth", Mac.local(1), 1500, true, "terway4j:sandbox-1/eth0", 0);
    private static final Link ETH0_LINK = new Link(2, ETH0, "veth", Mac.local(2), 1500, true, "", 0);

    @Test
    void a_pair_is_there_if_both_its_ends_are_what_was_wanted() {
        assertEquals(0, missing(List.of(CALI_LINK), List.of(ETH0_LINK)));
        assertEquals(1, missing(List.of(), List.of(ETH0_LINK)));
        assertEquals(1, missing(List.of(CALI_LINK), List.of()));
    }

    @Test
    void a_link_of_the_name_that_is_another_in_any_way_is_not_it() {
        var otherMac = Mac.local(3);
        List<UnaryOperator<Link>> changes = List.of(
                link -> new Link(5, link.name(), "veth", otherMac, 1500, true, link.alias(), 0),
                link -> new Link(5, link.name(), "veth", link.mac(), 1400, true, link.alias(), 0));
        for (var change : changes) {
            assertEquals(1, missing(List.of(change.apply(CALI_LINK)), List.of(ETH0_LINK)));
            assertEquals(1, missing(List.of(CALI_LINK), List.of(change.apply(ETH0_LINK))));
        }
        var newerSandboxes = new Link(5, CALI, "veth", Mac.local(1), 1500, true, "terway4j:sandbox-2/eth0", 0);
        assertEquals(1, missing(List.of(newerSandboxes), List.of(ETH0_LINK)));
    }

    @Test
    void a_pair_that_is_about_to_be_deleted_is_there_no_more() {
        var retired = new Link(5, CALI, "veth", Mac.local(1), 1500, true, CALI_LINK.alias(), Ownership.RETIRED_GROUP);
        assertEquals(1, missing(List.of(retired), List.of(ETH0_LINK)));
    }

    @Test
    void a_shaper_is_known_by_its_rate_for_the_kernel_rounds_the_rest() {
        var wanted = new KernelObject.Shaper(HOST, CALI, new Tbf(new Rate(1000), 3000, 3025));
        var rounded = new KernelObject.Shaper(HOST, CALI, new Tbf(new Rate(1000), 2999, 3024));
        var slower = new KernelObject.Shaper(HOST, CALI, new Tbf(new Rate(999), 3000, 3025));
        var elsewhere = new KernelObject.Shaper(HOST, ETH0, wanted.tbf());
        assertEquals(0, missing(wanted, rounded));
        assertEquals(1, missing(wanted, slower));
        assertEquals(1, missing(wanted, elsewhere));
    }

    private static int missing(List<Link> host, List<Link> pod) {
        var seen = Map.of(HOST, state(HOST, host, List.of()), POD, state(POD, pod, List.of()));
        return KernelDiff.between(new DatapathPlan(List.of(PAIR)), seen)
                .missing()
                .size();
    }

    private static int missing(KernelObject.Shaper wanted, KernelObject.Shaper there) {
        var seen = Map.of(HOST, state(HOST, List.of(), List.of(there)));
        return KernelDiff.between(new DatapathPlan(List.of(wanted)), seen)
                .missing()
                .size();
    }

    private static KernelState state(NetNs ns, List<Link> links, List<KernelObject.Shaper> shapers) {
        return new KernelState(ns, links, List.of(), List.of(), List.of(), List.of(), shapers, Map.of());
    }
}
