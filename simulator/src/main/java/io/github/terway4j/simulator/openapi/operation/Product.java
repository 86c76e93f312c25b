package io.github.terway4j.simulator.openapi.operation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A product of the cloud that has an API of its own; the version that a call names says which is meant. */
public enum Product {
    ECS("Ecs", "2014-05-26"),
    VPC("Vpc", "2016-04-28");

    private final String text;
    private final String version;

    Product(String text, String version) {
        this.text = text;
        this.version = version;
    }

    public static Optional<Product> ofVersion(String version) {
        return Stream.of(values())
                .filter(product -> product.version.equals(version))
                .findFirst();
    }

    public String version() {
        return version;
    }

    /** As RAM names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As answers name it. */
    public String text() {
        return text;
    }
}
