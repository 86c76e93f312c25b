package io.github.terway4j.domain.datapath;

/**
 * Some bits of the number that the kernel carries along with a packet, or with a connection.
 *
 * @param mask the bits that count; the others are somebody else's
 */
public record Mark(int value, int mask) {
    public Mark {
        if (mask == 0 || (value & ~mask) != 0) {
            throw new IllegalArgumentException("mark %#x has bits outside its mask %#x".formatted(value, mask));
        }
    }

    @Override
    public String toString() {
        return "%#x/%#x".formatted(value, mask);
    }
}
