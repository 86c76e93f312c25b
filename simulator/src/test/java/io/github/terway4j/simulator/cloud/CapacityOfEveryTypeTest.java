package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniUse;
import io.github.terway4j.domain.quota.Capacity;
import io.github.terway4j.domain.quota.Flavor;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a node is believed to carry is what the cloud lets it carry, for every instance type that is known. */
class CapacityOfEveryTypeTest {
    static Stream<InstanceLimits> types() {
        return InstanceTypes.known().all().stream().map(InstanceType::limits);
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_cloud_takes_all_that_the_flavor_speaks_of_and_not_one_eni_more(InstanceLimits limits) {
        var capacity = Capacity.of(limits);
        var flavor = capacity.flavor(true, true);
        var scene = CloudScene.of(new SimulatedCloud(1, () -> Instant.EPOCH, EniTemper.CALM), limits.instanceType(), 1);
        for (int eni = 0; eni < flavor.enis(); eni++) {
            attach(scene, use(flavor, eni), limits.ipv4PerEni());
        }
        var one = assertThrows(RuntimeException.class, () -> attach(scene, EniUse.SHARED, 1));
        assertTrue(one.toString().contains("ENIs of its own"), one::toString);
    }

    /** The trunk first, those for RDMA last. */
    private static EniUse use(Flavor flavor, int eni) {
        if (eni >= flavor.standard()) {
            return EniUse.RDMA;
        }
        return eni == 0 && flavor.trunk() ? EniUse.TRUNK : EniUse.SHARED;
    }

    private static void attach(CloudScene scene, EniUse use, int addresses) {
        var instance = scene.instances().getFirst();
        var order = new EniOrder(instance.vSwitch(), instance.securityGroups(), addresses, 0, Map.of())
                .ofKind(use.kind())
                .carrying(use.traffic());
        scene.cloud().site().createEni(order, Optional.of(instance.id()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_parts_of_a_flavor_are_the_whole_and_nothing_is_left_for_nobody(InstanceLimits limits) {
        var capacity = Capacity.of(limits);
        for (var trunking : new boolean[] {false, true}) {
            for (var erdma : new boolean[] {false, true}) {
                var flavor = capacity.flavor(trunking, erdma);
                assertEquals(limits.enis() - 1, flavor.enis());
                assertEquals(trunking && limits.trunk() && limits.enis() > 1, flavor.trunk());
                assertEquals(erdma ? capacity.erdmaEnis() : 0, flavor.rdma());
                assertTrue(flavor.rdma() == 0 || flavor.standard() > 0, flavor::toString);
            }
        }
    }

    @Test
    void one_known_type_has_rdma_and_one_has_a_trunk() {
        assertTrue(types().anyMatch(limits -> Capacity.of(limits).erdmaEnis() > 0));
        assertTrue(types().anyMatch(
                        limits -> Capacity.of(limits).flavor(true, false).trunk()));
    }
}
