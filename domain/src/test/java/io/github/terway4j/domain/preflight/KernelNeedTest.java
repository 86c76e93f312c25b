package io.github.terway4j.domain.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelNeedTest {
    @ParameterizedTest
    @CsvSource({
        "VETH_POLICY_ROUTE, veth policy-routing",
        "VPC_ROUTE,         veth",
        "EXCLUSIVE_ENI,     veth",
        "IPVLAN_L2,         ipvlan act_mirred",
        "TRUNK_VLAN,        8021q",
        "TRUNK_TAG,         veth policy-routing act_vlan"
    })
    void each_way_of_wiring_cannot_do_without(DatapathKind wiring, String words) {
        assertEquals(words, missed(wiring, List.of(IpFamily.V4)));
    }

    @Test
    void ipv6_is_needed_where_pods_have_it() {
        assertEquals("veth ipv6", missed(DatapathKind.VPC_ROUTE, List.of(IpFamily.V4, IpFamily.V6)));
    }

    @Test
    void only_what_every_pod_misses_forbids_and_it_is_told_with_its_remedy() {
        var tried = KernelNeed.of(DatapathKind.IPVLAN_L2, List.of(IpFamily.V4)).stream()
                .map(need -> new TriedFeature(need, Optional.of("EOPNOTSUPP")))
                .toList();
        assertEquals(
                List.of(
                        "the kernel has no IPvlan slaves (ipvlan): load the module ipvlan (CONFIG_IPVLAN); a small cloud"
                                + " image may keep it in a package of extra modules. It says: EOPNOTSUPP",
                        "the kernel has no filters that have a packet come in by another link (act_mirred): load the"
                                + " modules cls_u32, act_mirred and act_skbedit (CONFIG_NET_ACT_MIRRED,"
                                + " CONFIG_NET_ACT_SKBEDIT). It says: EOPNOTSUPP"),
                TriedFeature.obstacles(tried));
    }

    private static String missed(DatapathKind wiring, List<IpFamily> families) {
        return KernelNeed.of(wiring, families).stream()
                .filter(need -> need.urgency() == KernelNeed.Urgency.EVERY_POD)
                .map(need -> need.feature().word())
                .collect(Collectors.joining(" "));
    }
}
