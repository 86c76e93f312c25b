package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "-0, PT0S",
        "120s, PT120S",
        "10m, PT10M",
        "1h30m, PT1H30M",
        "1.5h, PT1H30M",
        ".5m, PT30S",
        "5.s, PT5S",
        "1h15m30.918s, PT1H15M30.918S",
        "100ms, PT0.1S",
        "7us, PT0.000007S",
        "7µs, PT0.000007S",
        "7μs, PT0.000007S",
        "1ns, PT0.000000001S",
        "0.9ns, PT0S",
        "0.1s, PT0.1S",
        "-1m30s, PT-90S",
        "+2s, PT2S",
        "1m1m, PT2M",
        "2562047h47m16.854775807s, PT2562047H47M16.854775807S"
    })
    void a_duration_is_read_as_go_reads_it(String text, Duration duration) {
        assertEquals(duration, GoDuration.parse(text));
    }

    @Test
    void a_text_that_nobody_would_write_is_refused() {
        assertEquals(Duration.ofSeconds(50), GoDuration.parse("1s".repeat(50)));
        assertThrows(IllegalArgumentException.class, () -> GoDuration.parse("1s".repeat(51)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "3",
                "s",
                ".s",
                "1 s",
                "1s ",
                "1S",
                "1d",
                "1e3s",
                "--1s",
                "1s-1s",
                "1,5s",
                "2562048h",
                "1..5s",
                "٣s"
            })
    void anything_else_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> GoDuration.parse(text));
    }
}
