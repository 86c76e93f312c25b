package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.Mark;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.preflight.KernelFeature;
import io.github.terway4j.domain.preflight.KernelNeed;
import io.github.terway4j.domain.preflight.KernelNeed.Urgency;
import io.github.terway4j.domain.preflight.TriedFeature;
import io.github.terway4j.ports.out.ConnectionMarks;
import io.github.terway4j.ports.out.MarksOutcome;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KernelTrialTest {
    private static final List<KernelNeed> NEEDS =
            KernelNeed.of(DatapathKind.IPVLAN_L2, List.of(IpFamily.V4, IpFamily.V6));

    private final SimulatedMachine machine = new SimulatedMachine();
    private final StubbornKernel kernel = new StubbornKernel(machine.kernel());
    private final KernelTrial trial = new KernelTrial(kernel, machine.namespaces(), new AbsentMarks(), "trial-");

    @Test
    void a_kernel_that_has_everything_objects_to_nothing() {
        assertEquals(
                List.of(),
                trial.of(NEEDS).stream()
                        .filter(each -> !each.there())
                        .filter(each -> each.need().feature() != KernelFeature.MARKS)
                        .toList());
    }

    @Test
    void without_nft_connections_cannot_be_marked_and_that_is_an_obstacle_only_where_they_shall_be() {
        assertEquals(List.of(), TriedFeature.obstacles(trial.of(NEEDS)));
        var obstacles = TriedFeature.obstacles(trial.of(KernelNeed.withMarks(NEEDS)));
        assertEquals(1, obstacles.size(), obstacles::toString);
        assertTrue(obstacles.getFirst().contains("no nft here"), obstacles::toString);
    }

    @Test
    void where_ipvlan_is_missing_pods_are_wired_by_veth_and_no_pod_misses_it() {
        kernel.refuse("make ipvlan");
        assertEquals(List.of(), TriedFeature.obstacles(trial.of(KernelNeed.withoutIpvlan(List.of(IpFamily.V4)))));
    }

    @Test
    void what_the_kernel_refuses_is_missing_and_nothing_else_is() {
        kernel.refuse("make ipvlan");
        var tried = trial.of(NEEDS);
        assertEquals(
                List.of("ipvlan"),
                tried.stream()
                        .filter(TriedFeature::forbids)
                        .map(each -> each.need().feature().word())
                        .toList());
        assertTrue(TriedFeature.obstacles(tried).getFirst().contains("stubborn"), tried::toString);
    }

    @Test
    void members_need_what_tells_them_apart_and_the_remedy_is_told() {
        assertEquals("act_vlan there", missedByMembers());
        kernel.refuse("make vlan");
        assertEquals("act_vlan there", missedByMembers());
        kernel.refuse("make filter");
        assertEquals("act_vlan missing", missedByMembers());
        assertTrue(KernelFeature.TAGS.remedy().startsWith("load the modules cls_u32 and act_vlan"));
    }

    @Test
    void where_filters_are_missing_members_are_told_apart_by_vlan_devices_and_nobody_misses_filters() {
        kernel.refuse("make filter");
        assertEquals("8021q there", missedByMembers());
        assertEquals(
                Urgency.MEMBERS_BY_THE_OTHER_WAY,
                withMembers().stream()
                        .filter(each -> each.need().feature() == KernelFeature.TAGS)
                        .findFirst()
                        .orElseThrow()
                        .need()
                        .urgency());
    }

    @Test
    void that_members_cannot_be_is_no_obstacle_to_others() {
        kernel.refuse("make vlan");
        kernel.refuse("make filter");
        assertEquals(List.of(), TriedFeature.obstacles(withMembers()));
    }

    private String missedByMembers() {
        return withMembers().stream()
                .filter(each -> each.need().urgency() == Urgency.PODS_WITH_A_MEMBER)
                .map(each -> each.need().feature().word() + (each.there() ? " there" : " missing"))
                .collect(Collectors.joining(", "));
    }

    private List<TriedFeature> withMembers() {
        var families = List.of(IpFamily.V4);
        var needs = KernelNeed.of(DatapathKind.VETH_POLICY_ROUTE, families);
        return trial.of(KernelNeed.withMembers(VlanStripType.FILTER, trial::finds, families, needs));
    }

    @Test
    void nothing_is_left_of_a_trial() {
        kernel.refuse("make qdisc");
        trial.of(NEEDS);
        assertEquals(List.of(), machine.namespaces().named("trial-"));
    }

    private record AbsentMarks() implements ConnectionMarks {
        @Override
        public MarksOutcome mark(NetNs host, LinkName by, Mark mark) {
            return new MarksOutcome.Failed("no nft here");
        }

        @Override
        public MarksOutcome leave(NetNs host) {
            return new MarksOutcome.Done();
        }
    }
}
