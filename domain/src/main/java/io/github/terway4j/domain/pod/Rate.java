package io.github.terway4j.domain.pod;

import java.math.BigInteger;
import java.util.List;

/** How many bytes a second may pass; {@link #UNLIMITED} where nobody set a limit. */
public record Rate(long bytesPerSecond) {
    public static final Rate UNLIMITED = new Rate(Long.MAX_VALUE);

    private static final List<Unit> UNITS =
            List.of(new Unit(9, " Gbit/s"), new Unit(6, " Mbit/s"), new Unit(3, " kbit/s"));

    public Rate {
        if (bytesPerSecond <= 0) {
            throw new IllegalArgumentException(
                    "a rate of %d bytes per second lets nothing through".formatted(bytesPerSecond));
        }
    }

    /** The CNI bandwidth capability counts bits. */
    public static Rate ofBitsPerSecond(long bits) {
        return new Rate(Math.ceilDiv(bits, 8L));
    }

    public boolean limited() {
        return bytesPerSecond != Long.MAX_VALUE;
    }

    /** For people, in bits, by the largest unit of which it has a whole number. */
    public String words() {
        if (!limited()) {
            return "no limit";
        }
        var bits = BigInteger.valueOf(bytesPerSecond).shiftLeft(3);
        for (var unit : UNITS) {
            var parts = bits.divideAndRemainder(BigInteger.TEN.pow(unit.power()));
            if (parts[1].signum() == 0) {
                return parts[0] + unit.text();
            }
        }
        return bits + " bit/s";
    }

    private record Unit(int power, String text) {}
}
