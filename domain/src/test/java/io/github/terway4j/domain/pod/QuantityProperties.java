package io.github.terway4j.domain.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class QuantityProperties {
    private static final BigDecimal BILLIONTH = new BigDecimal("1e-9");
    private static final Map<String, BigInteger> BINARY = Map.of(
            "Ki", BigInteger.TWO.pow(10),
            "Mi", BigInteger.TWO.pow(20),
            "Gi", BigInteger.TWO.pow(30));
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

    @Property
    void a_decimal_unit_is_the_exponent_that_it_stands_for(@ForAll int number, @ForAll("decimal") String unit) {
        assertEquals(Quantity.parse(number + "e" + DECIMAL.get(unit)), Quantity.parse(number + unit));
    }

    @Property
    void a_binary_unit_is_as_many_times_the_number(@ForAll int number, @ForAll("binary") String unit) {
        var worth = new BigDecimal(BigInteger.valueOf(number).multiply(BINARY.get(unit)));
        assertEquals(Optional.of(new Quantity(worth)), Quantity.parse(number + unit));
    }

    @Property
    void a_minus_turns_the_value_round(@ForAll("numbers") String number, @ForAll("decimal") String unit) {
        var positive = Quantity.parse(number + unit).orElseThrow().value();
        assertEquals(Optional.of(new Quantity(positive.negate())), Quantity.parse("-" + number + unit));
    }

    @Property
    void rounding_takes_nothing_away_and_adds_less_than_a_billionth(
            @ForAll("numbers") String number, @ForAll @IntRange(min = -30, max = 3) int exponent) {
        var exact = new BigDecimal(number).scaleByPowerOfTen(exponent);
        var added =
                Quantity.parse(number + "e" + exponent).orElseThrow().value().subtract(exact);
        assertTrue(added.signum() >= 0 && added.compareTo(BILLIONTH) < 0, added::toString);
    }

    @Property
    void any_text_is_read_or_not_and_breaks_nothing(@ForAll("texts") String text) {
        Quantity.parse(text).ifPresent(quantity -> assertTrue(quantity.value().compareTo(quantity.value()) == 0));
        for (var annotation : BandwidthAnnotation.values()) {
            switch (annotation.read(text)) {
                case BandwidthAnnotation.Said.Limited(var rate) -> assertTrue(rate.limited());
                case BandwidthAnnotation.Said.Nonsense(var complaint) ->
                    assertTrue(complaint.words().startsWith(annotation.text()), complaint::words);
            }
        }
    }

    @Provide
    Arbitrary<String> decimal() {
        return Arbitraries.of(DECIMAL.keySet().stream().sorted().toList());
    }

    @Provide
    Arbitrary<String> binary() {
        return Arbitraries.of(BINARY.keySet().stream().sorted().toList());
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1e12"))
                .ofScale(6)
                .map(BigDecimal::toPlainString);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("0123456789.+-eEinumkKMGTPB ").ofMaxLength(12);
    }
}
