package io.github.terway4j.simulator.scene;

import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.util.Collection;
import java.util.function.Predicate;

/** The shapes of the values in a scene file. */
final class Shapes {
    private Shapes() {}

    static Shape<String> text() {
        return texts("a text", text -> !text.isBlank());
    }

    static Shape<String> name() {
        return texts(
                "a name of letters, digits, dots, dashes and underscores",
                text -> text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}"));
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
                InstanceTypes.known().all().stream()
                        .map(InstanceLimits::instanceType)
                        .toList());
    }

    /** One of these names. */
    static Shape<String> choice(String words, Collection<String> names) {
        return new Shape<>(words, text -> {
            if (!names.contains(text)) {
                throw new IllegalArgumentException(Choices.near(text, names));
            }
            return text;
        });
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
