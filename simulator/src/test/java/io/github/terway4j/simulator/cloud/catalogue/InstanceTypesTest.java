package io.github.terway4j.simulator.cloud.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.quota.InstanceLimits;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class InstanceTypesTest {
    private final InstanceTypes types = InstanceTypes.known();

    @Test
    void a_type_that_the_api_shows_is_as_shown() {
        assertEquals(
                new InstanceType(
                        new InstanceLimits("ecs.g7.xlarge", 4, 20, 15, 15, true, 0),
                        4,
                        16,
                        new EniQueues(4, 4, 16, 4, 0),
                        new Throughput(3_072_000, 3_072_000, 1_100_000, 1_100_000),
                        1,
                        true),
                types.type("ecs.g7.xlarge"));
        assertEquals(
                new InstanceType(
                        new InstanceLimits("ecs.g6.16xlarge", 8, 60, 20, 1, true, 0),
                        64,
                        256,
                        new EniQueues(32, 32, 256, 32, 0),
                        new Throughput(20_480_000, 20_480_000, 4_000_000, 4_000_000),
                        1,
                        false),
                types.type("ecs.g6.16xlarge"));
    }

    @Test
    void a_type_is_of_the_family_that_its_name_begins_with_whatever_its_shape() {
        assertEquals("ecs.u1", types.type("ecs.u1-c1m4.xlarge").family());
        assertEquals("ecs.g7", types.type("ecs.g7.xlarge").family());
    }

    @Test
    void every_row_says_what_can_be() {
        assertTrue(types.all().size() > 80);
        var names = new HashSet<String>();
        for (var type : types.all()) {
            assertTrue(names.add(type.name()), type::name);
            var queues = type.queues();
            assertTrue(queues.primary() <= queues.mostPerEni(), type::toString);
            assertTrue(queues.secondary() <= queues.mostPerEni(), type::toString);
            assertTrue(queues.mostPerEni() <= queues.total(), type::toString);
            assertEquals(type.limits().erdmaEnis() > 0, queues.pairs() > 0, type::toString);
            assertTrue(
                    type.limits().trunk()
                            || type.limits().totalEnis() == type.limits().enis(),
                    type::toString);
        }
    }

    @Test
    void what_is_not_in_the_table_is_no_type() {
        assertTrue(types.find("ecs.dream").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> types.type("ecs.dream"));
    }
}
