package io.github.terway4j.domain.pod;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
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

    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("n", BigDecimal.ONE.scaleByPowerOfTen(-9)),
            Map.entry("u", BigDecimal.ONE.scaleByPowerOfTen(-6)),
            Map.entry("m", BigDecimal.ONE.scaleByPowerOfTen(-3)),
            Map.entry("", BigDecimal.ONE),
            Map.entry("k", BigDecimal.ONE.scaleByPowerOfTen(3)),
            Map.entry("M", BigDecimal.ONE.scaleByPowerOfTen(6)),
            Map.entry("G", BigDecimal.ONE.scaleByPowerOfTen(9)),
            Map.entry("T", BigDecimal.ONE.scaleByPowerOfTen(12)),
            Map.entry("P", BigDecimal.ONE.scaleByPowerOfTen(15)),
            Map.entry("E", BigDecimal.ONE.scaleByPowerOfTen(18)),
            Map.entry("Ki", powerOfTwo(10)),
            Map.entry("Mi", powerOfTwo(20)),
            Map.entry("Gi", powerOfTwo(30)),
            Map.entry("Ti", powerOfTwo(40)),
            Map.entry("Pi", powerOfTwo(50)),
            Map.entry("Ei", powerOfTwo(60)));

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
        return Optional.ofNullable(UNITS.get(suffix))
                .map(unit ->
                        suffix.endsWith("i") ? capped(rounded(number.multiply(unit))) : rounded(number.multiply(unit)));
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

    private static BigDecimal powerOfTwo(int power) {
        return new BigDecimal(BigInteger.TWO.pow(power));
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
