package io.github.terway4j.domain.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Burst;
import io.github.terway4j.domain.pod.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TbfTest {
    /** Worked out by hand: burst = max(rate / 1000 rounded up, MTU + 1500), limit = rate / 40 + burst. */
    @ParameterizedTest
    @CsvSource({
        // bytes/s,    MTU,  burst,    limit
        "1,            1500, 3000,     3000",
        "1000000,      1500, 3000,     28000",
        "1000000,      8500, 10000,    35000",
        "3000000,      1500, 3000,     78000",
        "3000001,      1500, 3001,     78001",
        "125000000,    1500, 125000,   3250000",
        "1250000000,   8500, 1250000,  32500000"
    })
    void a_bucket_holds_a_packet_or_a_millisecond_and_queues_for_25_more(long rate, int mtu, int burst, int limit) {
        assertEquals(new Tbf(new Rate(rate), burst, limit), Tbf.shaping(new Rate(rate), new Mtu(mtu)));
    }

    @Test
    void a_rate_beyond_what_the_kernel_can_count_is_as_much_as_it_can() {
        var rate = new Rate(Long.MAX_VALUE - 1);
        assertEquals(new Tbf(rate, Integer.MAX_VALUE, Integer.MAX_VALUE), Tbf.shaping(rate, new Mtu(1500)));
    }

    @ParameterizedTest
    @CsvSource({
        // bytes/s, burst chosen, burst, limit
        "1000000,   100000,       100000, 125000",
        "1000000,   1,            3000,   28000",
        "125000000, 50000,        50000,  3175000"
    })
    void a_burst_that_somebody_chose_is_had_if_it_carries_a_packet(long rate, long chosen, int burst, int limit) {
        assertEquals(
                new Tbf(new Rate(rate), burst, limit), Tbf.shaping(new Rate(rate), new Burst(chosen), new Mtu(1500)));
    }

    @Test
    void without_a_limit_there_is_nothing_to_shape() {
        assertThrows(IllegalArgumentException.class, () -> Tbf.shaping(Rate.UNLIMITED, new Mtu(1500)));
    }
}
