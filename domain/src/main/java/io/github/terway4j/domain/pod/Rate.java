package io.github.terway4j.domain.pod;

/** How many bytes a second may pass; {@link #UNLIMITED} where nobody set a limit. */
public record Rate(long bytesPerSecond) {
    public static final Rate UNLIMITED = new Rate(Long.MAX_VALUE);

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
}
