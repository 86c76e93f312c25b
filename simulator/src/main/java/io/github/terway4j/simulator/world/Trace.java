package io.github.terway4j.simulator.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;

/** What happened, a line for each event, each with the time since the world began. */
public final class Trace {
    /** What is kept of a line; a whole kernel state fills pages. */
    private static final int LONGEST = 1_000;

    private final int kept;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final MessageDigest digest;
    private long count;

    Trace(int kept) {
        this.kept = kept;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The last of them, as many as the world keeps, and of a long one its beginning. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** How many there were in all. */
    public long count() {
        return count;
    }

    /** SHA-256 of all lines so far, to their ends, in hexadecimal digits: two runs with the same hash went the same way. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    void add(Duration sinceBeginning, String words) {
        var line = time(sinceBeginning) + " " + words;
        count++;
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        lines.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
        if (lines.size() > kept) {
            lines.removeFirst();
        }
    }

    /** {@code +1.500000}; a formatter would take longer than most of what is traced. */
    private static String time(Duration sinceBeginning) {
        var micros = String.valueOf(1_000_000 + sinceBeginning.getNano() / 1_000);
        return "+" + sinceBeginning.getSeconds() + "." + micros.substring(1);
    }
}
