package io.github.terway4j.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "' ',       2, 2, 6,  1, 0, no instance type",
        "ecs.x,     0, 2, 6,  1, 0, primary ENI",
        "ecs.x,     3, 2, 6,  1, 0, all of them",
        "ecs.x,     2, 2, 0,  1, 0, address on each ENI",
        "ecs.x,     2, 2, 6, -1, 0, IPv6",
        "ecs.x,     2, 2, 6,  1, -1, RDMA"
    })
    void limits_that_no_instance_has_are_refused_with_the_reason(
            String type, int enis, int total, int ipv4, int ipv6, int erdma, String reason) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> new InstanceLimits(type, enis, total, ipv4, ipv6, false, erdma));
        assertTrue(refusal.toString().contains(reason), refusal.toString());
    }

    @Test
    void the_smallest_instance_has_one_eni_with_one_address() {
        assertEquals(1, new InstanceLimits("ecs.x", 1, 1, 1, 0, false, 0).enis());
    }
}
