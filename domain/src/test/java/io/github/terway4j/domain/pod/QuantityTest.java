package io.github.terway4j.domain.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "+0, 0",
        "-0, 0",
        "000, 0",
        "10, 10",
        "+10, 10",
        "-10, -10",
        "007, 7",
        "1., 1",
        ".5, 0.5",
        "1.5, 1.5",
        "1.50, 1.5",
        "10n, 0.00000001",
        "10u, 0.00001",
        "100m, 0.1",
        "10k, 10000",
        "10M, 10000000",
        "1.5G, 1500000000",
        "2T, 2000000000000",
        "3P, 3000000000000000",
        "4E, 4000000000000000000",
        "1.E, 1000000000000000000",
        "1Ki, 1024",
        "1Mi, 1048576",
        "1.5Gi, 1610612736",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "1Ei, 1152921504606846976",
        "12e6, 12000000",
        "12E6, 12000000",
        "12e+6, 12000000",
        "12e-3, 0.012",
        "-1.25e2, -125",
        "1E0, 1"
    })
    void is_worth_what_its_digits_and_its_unit_say(String text, BigDecimal worth) {
        assertEquals(Optional.of(new Quantity(worth)), Quantity.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "+", "-", "k", ".k", "-Mi", "e3"})
    void without_a_digit_it_is_nothing_and_not_nonsense_as_for_the_api_server(String text) {
        assertEquals(Optional.of(Quantity.of(0)), Quantity.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1n, 0.000000001",
        "-0.1n, -0.000000001",
        "1.0000000001, 1.000000001",
        "-1.0000000001, -1.000000001",
        "1e-10, 0.000000001",
        "1e-99999999, 0.000000001",
        "0e-99999999, 0"
    })
    void what_is_finer_than_a_billionth_is_rounded_away_from_zero(String text, BigDecimal worth) {
        assertEquals(Optional.of(new Quantity(worth)), Quantity.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "8Ei, 9223372036854775807",
        "9999999999999999999999Ki, 9223372036854775807",
        "-8Ei, -9223372036854775807"
    })
    void what_is_counted_by_powers_of_two_ends_where_63_bits_do(String text, BigDecimal worth) {
        assertEquals(Optional.of(new Quantity(worth)), Quantity.parse(text));
    }

    @Test
    void what_is_counted_by_powers_of_ten_ends_nowhere() {
        assertEquals(Optional.of(new Quantity(new BigDecimal("1e22"))), Quantity.parse("10000E"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", " 1", "1 ", "1 M", "1_000", "1,5", "1.1.1", "1.1.M", "1+1.0M", "--1", "+-1", "0.1mi", "0.1am",
                "aoeu", ".5i", "1i", "1K", "1ki", "1MB", "10Mbit", "1e", "-3.01e-", "1e3k", "1Ke3", "1Mi3", "1e1.5",
                        "0x10",
                "Infinity", "NaN", "١", "1e123456789"
            })
    void what_the_api_server_takes_for_nonsense_is_none(String text) {
        assertEquals(Optional.empty(), Quantity.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "999.000000001, 1000", "0.1, 1", "-1.5, -1"})
    void whole_it_is_rounded_up(BigDecimal value, long whole) {
        assertEquals(whole, new Quantity(value).roundedUp());
    }
}
