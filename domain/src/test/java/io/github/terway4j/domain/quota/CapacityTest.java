package io.github.terway4j.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number here was worked out by hand. */
class CapacityTest {
    /** Types and their limits from the published table of instance families. */
    @ParameterizedTest
    @CsvSource({
        // type, ENIs, addresses per ENI, shared, exclusive
        "ecs.g5.large,        2,  6,    6,  1",
        "ecs.g5.16xlarge,     8, 20,  140,  7",
        "ecs.g6.large,        2,  6,    6,  1",
        "ecs.g6.xlarge,       3, 10,   20,  2",
        "ecs.g6.2xlarge,      4, 10,   30,  3",
        "ecs.g6.3xlarge,      6, 10,   50,  5",
        "ecs.g6.8xlarge,      8, 20,  140,  7",
        "ecs.g6.13xlarge,     7, 20,  120,  6",
        "ecs.g6.26xlarge,    15, 20,  280, 14",
        "ecs.g7.large,        3,  6,   12,  2",
        "ecs.g7.xlarge,       4, 15,   45,  3",
        "ecs.g7.3xlarge,      8, 15,  105,  7",
        "ecs.g7.4xlarge,      8, 30,  210,  7",
        "ecs.g7.32xlarge,    15, 30,  420, 14",
        "ecs.hfg7.xlarge,     3, 15,   30,  2",
        "ecs.g5ne.large,      3, 10,   20,  2",
        "ecs.g5ne.2xlarge,    6, 15,   75,  5",
        "ecs.g5ne.18xlarge,  15, 50,  700, 14"
    })
    void real_types_carry_so_many_pods(String type, int enis, int ipv4, int shared, int exclusive) {
        var capacity = Capacity.of(new InstanceLimits(type, enis, enis, ipv4, 1, false, 0));
        assertEquals(shared, capacity.sharedPods());
        assertEquals(exclusive, capacity.exclusivePods());
        assertEquals(0, capacity.memberPods());
    }

    @Test
    void a_prefix_of_sixteen_takes_the_place_of_one_address_beside_the_primary() {
        assertEquals(14 * 49 * 16, of("ecs.g5ne.18xlarge", 15, 50).prefixPods());
        assertEquals(2 * 14 * 16, of("ecs.hfg7.xlarge", 3, 15).prefixPods());
        assertEquals(0, of("ecs.tiny", 2, 1).prefixPods());
    }

    private static Capacity of(String type, int enis, int ipv4) {
        return Capacity.of(new InstanceLimits(type, enis, enis, ipv4, 1, false, 0));
    }

    @ParameterizedTest
    @CsvSource({
        // type, ENIs, in all, trunk, addresses per ENI, shared, members, members at most
        "ecs.g6.16xlarge,      8,  60, true,  20, 140, 52,  58",
        "ecs.ebmre7p.32xlarge, 32, 110, true, 15, 465, 78, 108",
        "ecs.g6.large,         2,   2, false,  6,   6,  0,   0",
        "ecs.u1-c1m4.xlarge,   3,   6, false, 10,  20,  0,   0"
    })
    void a_trunk_carries_as_many_members_as_the_instance_has_places_left(
            String type, int enis, int total, boolean trunk, int ipv4, int shared, int members, int most) {
        var capacity = Capacity.of(new InstanceLimits(type, enis, total, ipv4, 1, trunk, 0));
        assertEquals(shared, capacity.sharedPods());
        assertEquals(members, capacity.memberPods());
        assertEquals(most, capacity.mostMemberPods());
    }

    @Test
    void without_room_for_the_trunk_there_are_no_members() {
        var capacity = Capacity.of(new InstanceLimits("ecs.x", 1, 6, 10, 1, true, 0));
        assertEquals(0, capacity.memberPods());
        assertEquals(0, capacity.mostMemberPods());
    }

    @ParameterizedTest
    @CsvSource({
        // ENIs, of these with RDMA, ENIs that carry it for pods, pods at 10 addresses each
        " 2, 1, 0,  0",
        " 3, 0, 0,  0",
        " 3, 1, 1, 10",
        " 7, 4, 1, 10",
        " 8, 1, 1, 10",
        " 8, 2, 2, 20",
        "15, 4, 2, 20"
    })
    void rdma_gets_one_eni_of_three_and_two_of_eight(int enis, int erdma, int carrying, int pods) {
        var capacity = Capacity.of(new InstanceLimits("ecs.x", enis, enis, 10, 10, false, erdma));
        assertEquals(carrying, capacity.erdmaEnis());
        assertEquals(pods, capacity.erdmaPods());
    }

    @Test
    void what_the_operator_keeps_back_is_missing_from_sharing_alone() {
        var limits = new InstanceLimits("ecs.g7.4xlarge", 8, 8, 30, 30, false, 2);
        var capacity = new Capacity(limits, EniCap.NONE.withShare(0.5, 0));
        assertEquals(3, capacity.sharedEnis());
        assertEquals(90, capacity.sharedPods());
        assertEquals(7, capacity.exclusivePods());
        assertEquals(60, capacity.erdmaPods());
        assertEquals(30, new Capacity(limits, EniCap.NONE.atMost(2)).erdmaPods());
        assertEquals(0, new Capacity(limits, EniCap.NONE.atMost(1)).erdmaPods(), "the only one serves everybody");
    }

    @ParameterizedTest
    @CsvSource({
        // IPv4 and IPv6 addresses per ENI, shared, exclusive
        "10, 10, true,  true",
        "10,  1, false, true",
        "10, 12, false, true",
        "10,  0, false, false"
    })
    void both_families_need_equally_many_addresses_where_an_eni_is_shared(
            int ipv4, int ipv6, boolean shared, boolean exclusive) {
        var capacity = Capacity.of(new InstanceLimits("ecs.x", 4, 4, ipv4, ipv6, false, 0));
        assertEquals(shared, capacity.dualStackShared());
        assertEquals(exclusive, capacity.dualStackExclusive());
    }

    @Test
    void an_instance_with_its_primary_eni_alone_carries_no_pod() {
        var capacity = Capacity.of(new InstanceLimits("ecs.x", 1, 1, 2, 2, false, 1));
        assertEquals(0, capacity.sharedPods());
        assertEquals(0, capacity.exclusivePods());
        assertEquals(0, capacity.erdmaPods());
        assertTrue(capacity.dualStackShared());
        assertFalse(capacity.limits().trunk());
    }
}
