package io.github.terway4j.domain.pod;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The annotations by which a pod's author limits its bandwidth, and how each counts. */
public enum BandwidthAnnotation {
    KUBERNETES_INGRESS("kubernetes.io/ingress-bandwidth", Direction.INGRESS, Grammar.KUBERNETES),
    KUBERNETES_EGRESS("kubernetes.io/egress-bandwidth", Direction.EGRESS, Grammar.KUBERNETES),
    /** Terway's own, from before there was one of Kubernetes. */
    TERWAY_INGRESS("k8s.aliyun.com/ingress-bandwidth", Direction.INGRESS, Grammar.TERWAY),
    TERWAY_EGRESS("k8s.aliyun.com/egress-bandwidth", Direction.EGRESS, Grammar.TERWAY);

    /** What Kubernetes takes for reasonable (its pkg/util/bandwidth), in bits per second. */
    private static final Quantity LEAST = Quantity.of(1_000);

    private static final Quantity MOST = Quantity.of(1_000_000_000_000_000L);
    private static final Pattern TERWAYS =
            Pattern.compile("\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)(?:([KMGT])(?:I?B)?|B)", Pattern.CASE_INSENSITIVE);
    private static final String UNITS_BY_1024 = "KMGT";

    private final String text;
    private final Direction direction;
    private final Grammar grammar;

    BandwidthAnnotation(String text, Direction direction, Grammar grammar) {
        this.text = text;
        this.direction = direction;
        this.grammar = grammar;
    }

    /** How a value is written. */
    enum Grammar {
        /** Bits per second, as a {@link Quantity}. */
        KUBERNETES("it takes bits per second from 1k to 1P, such as 10M"),
        /** Bytes per second, with a unit that counts by 1024. */
        TERWAY("it takes bytes per second with their unit, such as 10M or 1.5GiB, from 1 kbit/s to 1 Pbit/s");

        private final String words;

        Grammar(String words) {
            this.words = words;
        }
    }

    static BandwidthAnnotation ofKubernetes(Direction direction) {
        return switch (direction) {
            case INGRESS -> KUBERNETES_INGRESS;
            case EGRESS -> KUBERNETES_EGRESS;
        };
    }

    static BandwidthAnnotation ofTerway(Direction direction) {
        return switch (direction) {
            case INGRESS -> TERWAY_INGRESS;
            case EGRESS -> TERWAY_EGRESS;
        };
    }

    /** Its name. */
    public String text() {
        return text;
    }

    Direction direction() {
        return direction;
    }

    /** What a value comes to. */
    Said read(String value) {
        return switch (grammar) {
            case KUBERNETES ->
                Quantity.parse(value)
                        .map(bits -> reasonable(value, bits))
                        .orElseGet(() -> nonsense(value, "is no quantity"));
            case TERWAY ->
                terways(value).map(bits -> reasonable(value, bits)).orElseGet(() -> nonsense(value, "is no bandwidth"));
        };
    }

    private Said reasonable(String value, Quantity bits) {
        if (bits.compareTo(LEAST) < 0 && !roundsUpToLeast(bits)) {
            return nonsense(value, "is unreasonably small");
        }
        return bits.compareTo(MOST) > 0
                ? nonsense(value, "is unreasonably large")
                : new Said.Limited(Rate.ofBitsPerSecond(bits.roundedUp()));
    }

    /** Kubernetes compares whole bits. */
    private static boolean roundsUpToLeast(Quantity bits) {
        return bits.compareTo(Quantity.of(LEAST.roundedUp() - 1)) > 0;
    }

    private static Optional<Quantity> terways(String value) {
        var form = TERWAYS.matcher(value.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var unit = Optional.ofNullable(form.group(2)).orElse("").toUpperCase(Locale.ROOT);
        var bytes = new BigDecimal(form.group(1))
                .multiply(BigDecimal.valueOf(1024).pow(unit.isEmpty() ? 0 : UNITS_BY_1024.indexOf(unit) + 1))
                .setScale(0, RoundingMode.FLOOR);
        return Optional.of(new Quantity(bytes.multiply(BigDecimal.valueOf(8))));
    }

    private Said nonsense(String value, String why) {
        return new Said.Nonsense(Complaint.about(text, value, why, grammar.words));
    }

    /** What an annotation said. */
    sealed interface Said {
        record Limited(Rate rate) implements Said {}

        record Nonsense(Complaint complaint) implements Said {}
    }
}
