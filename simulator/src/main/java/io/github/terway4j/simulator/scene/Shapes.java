package io.github.terway4j.simulator.scene;

import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The shapes of the values in a scene file. */
final class Shapes {
    private static final Pattern LENGTHS = Pattern.compile("([0-9]+)(ms|[hms])");

    private Shapes() {}

    static Shape<String> text() {
        return texts("a text", text -> !text.isBlank());
    }

    static Shape<String> name() {
        return texts(
                "a name of 2 to 128 letters, digits, dots, dashes and underscores, a letter first",
                text -> text.matches("[A-Za-z][A-Za-z0-9._-]{1,127}"));
    }

    /** As RAM allows them. They stand in paths of the metadata. */
    static Shape<String> role() {
        return texts(
                "a role's name of 1 to 64 letters, digits, dots and dashes, or none",
                text -> text.matches("[A-Za-z0-9.-]{1,64}"));
    }

    static Shape<String> region() {
        return texts("a region such as cn-hangzhou", text -> text.matches("[a-z]{2}-[a-z0-9-]+"));
    }

    static Shape<String> account() {
        return texts("an account's number of 16 digits", text -> text.matches("[0-9]{16}"));
    }

    static Shape<Zone> zone(String region) {
        var zone = texts(
                "a zone of %s, such as %s-h".formatted(region, region), text -> text.matches(region + "-[a-z0-9]+"));
        return new Shape<>(zone.words(), zone.parse().andThen(Zone::new));
    }

    static Shape<Cidr> block() {
        return new Shape<>("a block such as 10.1.1.0/24", Cidr::parse);
    }

    static Shape<Cidr> block(IpFamily family) {
        var words = switch (family) {
            case V4 -> "an IPv4 block such as 10.0.0.0/8";
            case V6 -> "an IPv6 block such as 2408:4005:300::/56";
        };
        return new Shape<>(words, text -> {
            var block = Cidr.parse(text);
            if (block.family() != family) {
                throw new IllegalArgumentException("it is of the other family");
            }
            return block;
        });
    }

    static Shape<Integer> wholeNumber(int least, int most) {
        var number = texts(
                "a whole number from %d to %d".formatted(least, most),
                text -> text.matches("[0-9]{1,9}")
                        && Integer.parseInt(text) >= least
                        && Integer.parseInt(text) <= most);
        return new Shape<>(number.words(), number.parse().andThen(Integer::valueOf));
    }

    static Shape<String> instanceType() {
        return choice(
                "the name of an instance type",
                InstanceTypes.known().all().stream().map(InstanceType::name).toList());
    }

    /** One of these names. */
    static Shape<String> choice(String words, Collection<String> names) {
        return choice(words, names, Function.identity());
    }

    /** One of these things, by the name that it is written with. */
    static <T> Shape<T> choice(String words, Collection<T> things, Function<T, String> name) {
        return new Shape<>(
                words,
                text -> things.stream()
                        .filter(thing -> name.apply(thing).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                Choices.near(text, things.stream().map(name).toList()))));
    }

    /** What one of these names stands for. */
    static <T> Shape<T> choice(String words, Map<String, T> named) {
        var name = choice(words, named.keySet());
        return new Shape<>(
                words, text -> Objects.requireNonNull(named.get(name.parse().apply(text))));
    }

    static Shape<String> action() {
        return texts("an action such as AttachNetworkInterface", text -> text.matches("[A-Z][A-Za-z0-9]+"));
    }

    static Shape<Double> probability() {
        var number = texts("a number from 0 to 1", text -> text.matches("0|1|0?\\.[0-9]{1,9}|1\\.0{1,9}"));
        return new Shape<>(number.words(), number.parse().andThen(Double::valueOf));
    }

    static Shape<Duration> duration() {
        var words = "a length of time such as 500ms, 30s or 1h30m";
        return new Shape<>(words, text -> {
            if (text.isEmpty() || !text.matches("0|([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?([0-9]{1,6}ms)?")) {
                throw new IllegalArgumentException();
            }
            return LENGTHS.matcher(text)
                    .results()
                    .map(part -> Duration.of(Long.parseLong(part.group(1)), unit(part.group(2))))
                    .reduce(Duration.ZERO, Duration::plus);
        });
    }

    static Shape<Duration> durationAboveZero() {
        var any = duration();
        return new Shape<>(any.words() + ", more than 0", any.parse().andThen(length -> {
            if (length.isZero()) {
                throw new IllegalArgumentException();
            }
            return length;
        }));
    }

    private static ChronoUnit unit(String letters) {
        return switch (letters) {
            case "h" -> ChronoUnit.HOURS;
            case "m" -> ChronoUnit.MINUTES;
            case "s" -> ChronoUnit.SECONDS;
            case "ms" -> ChronoUnit.MILLIS;
            default -> throw new IllegalArgumentException(letters);
        };
    }

    private static Shape<String> texts(String words, Predicate<String> fits) {
        return new Shape<>(words, text -> {
            if (!fits.test(text)) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }
}
