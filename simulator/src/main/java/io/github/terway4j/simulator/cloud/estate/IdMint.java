package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.net.Mac;
import java.util.random.RandomGenerator;

/** Makes up names that look like the cloud's: {@code eni-bp1} and 17 letters and digits, {@code 00:16:3e:…}. */
public final class IdMint {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final long VENDOR = 0x00_16_3e_00_00_00L;
    private static final int MACS = 0x100_0000;

    private final RandomGenerator chance;
    private int lastMac;

    public IdMint(RandomGenerator chance) {
        this.chance = chance;
        this.lastMac = chance.nextInt(MACS);
    }

    /** For example {@code next("eni")}. 88 bits are never drawn twice. */
    public String next(String kind) {
        var id = new StringBuilder(kind).append("-bp1");
        for (int i = 0; i < 17; i++) {
            id.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** In sequence, since 24 bits would soon be drawn twice. */
    public Mac nextMac() {
        lastMac = (lastMac + 1) % MACS;
        return new Mac(VENDOR | lastMac);
    }
}
