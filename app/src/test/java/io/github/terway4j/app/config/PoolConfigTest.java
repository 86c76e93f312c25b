package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.Watermarks;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolConfigTest {
    @ParameterizedTest
    @CsvSource({
        // min, max, min_eni on 2 ENIs of 10 addresses: marks
        "0, 0, 0, 0, 0",
        "2, 5, 0, 2, 5",
        "2, 50, 0, 2, 20",
        "30, 50, 0, 20, 20",
        "2, 15, 1, 10, 15",
        "2, 5, 1, 5, 5",
        "2, 50, 9, 20, 20",
        "0, 50, 2147483647, 20, 20"
    })
    void the_marks_stay_within_what_the_node_can_hold(int min, int max, int minEnis, int wantedMin, int wantedMax) {
        var pool = Readings.config(
                        "{\"min_pool_size\": %d, \"max_pool_size\": %d, \"min_eni\": %d}".formatted(min, max, minEnis))
                .pool();
        assertEquals(new Watermarks(wantedMin, wantedMax), pool.marks(new PoolLimits(2, 10, List.of(IpFamily.V4))));
    }
}
