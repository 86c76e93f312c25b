package io.github.terway4j.domain.pod;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount as Kubernetes writes it: {@code 10M}, {@code 1.5Gi}, {@code 25e6}, {@code 500m}. What its API server takes is
 * taken, to the same value: down to a billionth, what is finer rounded away from zero. Only an exponent of more than eight
 * digits is none here.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    /** A sign, digits, more digits behind a point, and what they count; each may be missing, as it may for Kubernetes. */
    private static final Pattern FORM = Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?([eEinumkKMGTP]*[+-]?[0-9]*)");

    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?[0-9]+");

    /** Beyond that an exponent is one for show, and would only cost memory. */
    private static final int LONGEST_EXPONENT = 9;

    private static final int FINEST = 9;
    private static final BigDecimal SMALLEST = BigDecimal.ONE.scaleByPowerOfTen(-FINEST);
    /** What is counted by powers of two ends here, without a word. */
    private static final BigDecimal LARGEST_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Two that are worth the same are the same. */
    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public static Quantity of(long value) {
        return new Quantity(BigDecimal.valueOf(value));
    }

    /** Empty where Kubernetes would say that it is none. */
    public static Optional<Quantity> parse(String text) {
        var form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            return Optional.empty();
        }
        var behindPoint = Optional.ofNullable(form.group(3)).orElse("");
        var digits = new BigInteger("0" + form.group(2) + behindPoint);
        var number = new BigDecimal(digits, behindPoint.length());
        return counted(form.group(1).equals("-") ? number.negate() : number, form.group(4))
                .map(Quantity::new);
    }

    private static Optional<BigDecimal> counted(BigDecimal number, String suffix) {
        if (EXPONENT.matcher(suffix).matches()) {
            return exponent(suffix.substring(1)).map(power -> rounded(number.scaleByPowerOfTen(power)));
        }
        return unit(suffix)
                .map(unit ->
                        suffix.endsWith("i") ? capped(rounded(number.multiply(unit))) : rounded(number.multiply(unit)));
    }

    private static Optional<BigDecimal> unit(String suffix) {
        return switch (suffix) {
            case "n" -> powerOfTen(-9);
            case "u" -> powerOfTen(-6);
            case "m" -> powerOfTen(-3);
            case "" -> powerOfTen(0);
            case "k" -> powerOfTen(3);
            case "M" -> powerOfTen(6);
            case "G" -> powerOfTen(9);
            case "T" -> powerOfTen(12);
            case "P" -> powerOfTen(15);
            case "E" -> powerOfTen(18);
            case "Ki" -> powerOfTwo(10);
            case "Mi" -> powerOfTwo(20);
            case "Gi" -> powerOfTwo(30);
            case "Ti" -> powerOfTwo(40);
            case "Pi" -> powerOfTwo(50);
            case "Ei" -> powerOfTwo(60);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> powerOfTen(int power) {
        return Optional.of(BigDecimal.ONE.scaleByPowerOfTen(power));
    }

    private static Optional<BigDecimal> powerOfTwo(int power) {
        return Optional.of(new BigDecimal(BigInteger.TWO.pow(power)));
    }

    private static Optional<Integer> exponent(String text) {
        var power = new BigInteger(text);
        return power.abs().toString().length() < LONGEST_EXPONENT
                ? Optional.of(power.intValueExact())
                : Optional.empty();
    }

    private static BigDecimal rounded(BigDecimal exact) {
        if (exact.signum() == 0 || exact.scale() <= FINEST) {
            return exact;
        }
        // Seen before it is rounded: of 1e-99999999 nobody wants to have all digits.
        return exact.abs().compareTo(SMALLEST) <= 0
                ? SMALLEST.multiply(BigDecimal.valueOf(exact.signum()))
                : exact.setScale(FINEST, RoundingMode.UP);
    }

    private static BigDecimal capped(BigDecimal exact) {
        return exact.abs().compareTo(LARGEST_BINARY) > 0
                ? LARGEST_BINARY.multiply(BigDecimal.valueOf(exact.signum()))
                : exact;
    }

    /** The whole number that it comes to, rounded up; only for what is known not to be too large. */
    public long roundedUp() {
        return value.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }
}
