package io.github.terway4j.app.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Durations as Go writes them (package time, ParseDuration): numbers with units, one after the other, such as {@code
 * 1h30m}, {@code 1.5s} or {@code -2us}; and {@code 0}. What is below a nanosecond is cut off, as there.
 */
final class GoDuration {
    private static final Pattern PART = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|(%s)+)".formatted(PART.pattern()));
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final int LONGEST_TEXT = 100;

    private GoDuration() {}

    static Duration parse(String text) {
        if (text.length() > LONGEST_TEXT || !WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "it is no number with a unit (ns, us, ms, s, m or h), or several of them");
        }
        var nanos = PART.matcher(text)
                .results()
                .map(part -> new BigDecimal(part.group(1))
                        .multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L)))
                        .setScale(0, RoundingMode.DOWN))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        try {
            return Duration.ofNanos((text.startsWith("-") ? nanos.negate() : nanos).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("it is longer than 292 years", e);
        }
    }
}
