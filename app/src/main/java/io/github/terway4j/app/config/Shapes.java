package io.github.terway4j.app.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The shapes of values that have no parts; for the others see {@link Composites}. */
final class Shapes {
    private static final String DURATION = "a duration such as 120s or 1h30m, ";

    private Shapes() {}

    static Shape<Boolean> flag() {
        return Shape.of("true or false", value -> value instanceof Boolean flag ? Optional.of(flag) : Optional.empty());
    }

    static Shape<Integer> wholeNumber(int least) {
        var words = least == Integer.MIN_VALUE ? "a whole number" : "a whole number, %d or more".formatted(least);
        return wholeNumber(least, Integer.MAX_VALUE).worded(words);
    }

    static Shape<Integer> wholeNumber(int least, int most) {
        return Shape.of(
                "a whole number from %d to %d".formatted(least, most),
                value -> value instanceof Long number && number >= least && number <= most
                        ? Optional.of(number.intValue())
                        : Optional.empty());
    }

    static Shape<Double> number() {
        return Shape.of("a number, 0 or more", value -> switch (value) {
            case Long number -> size(number);
            case BigDecimal number -> size(number.doubleValue());
            default -> Optional.empty();
        });
    }

    private static Optional<Double> size(double number) {
        return number >= 0 && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    static Shape<Double> numberInText() {
        return new Shape<>(
                "a number in quotes, such as \"0.1\"",
                true,
                false,
                (value, parts) -> value instanceof String text && text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
                        ? Optional.of(Double.valueOf(text))
                        : Optional.empty());
    }

    /** A text of which nothing else is asked, not even to say something. */
    static Shape<String> anyText() {
        return Shape.of("a text", value -> value instanceof String text ? Optional.of(text) : Optional.empty());
    }

    static Shape<String> text() {
        return text(Function.identity(), "a text");
    }

    static <T> Shape<T> text(Function<String, T> make, String words) {
        return new Shape<>(
                words,
                true,
                false,
                (value, parts) -> value instanceof String text && !text.isBlank()
                        ? Optional.of(make.apply(text))
                        : Optional.empty());
    }

    static Shape<Secret> secret() {
        return new Shape<>("a text", true, true, text(Secret::new, "a text").parser());
    }

    static Shape<Duration> duration() {
        return text(text -> atLeast(Duration.ZERO, GoDuration.parse(text)), DURATION + "0s or more");
    }

    static Shape<Duration> durationAboveZero() {
        return text(text -> atLeast(Duration.ofNanos(1), GoDuration.parse(text)), DURATION + "more than 0s");
    }

    /** Go writes a duration inside a structure as a number of nanoseconds; people may write it as a duration. */
    static Shape<Duration> nanoseconds() {
        return Shape.of("a whole number of nanoseconds or " + DURATION + "0 or more", value -> switch (value) {
            case Long nanos -> Optional.of(atLeast(Duration.ZERO, Duration.ofNanos(nanos)));
            case String text -> Optional.of(atLeast(Duration.ZERO, GoDuration.parse(text)));
            default -> Optional.empty();
        });
    }

    private static Duration atLeast(Duration least, Duration duration) {
        if (duration.compareTo(least) < 0) {
            throw new IllegalArgumentException("it is too short");
        }
        return duration;
    }

    /** One of these texts. */
    static <T> Shape<T> choice(Map<String, T> choices) {
        return new Shape<>(
                String.join(" or ", choices.keySet()),
                true,
                false,
                (value, parts) ->
                        value instanceof String text ? Optional.ofNullable(choices.get(text)) : Optional.empty());
    }
}
