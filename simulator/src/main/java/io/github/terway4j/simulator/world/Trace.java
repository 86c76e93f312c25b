package io.github.terway4j.simulator.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** What happened, a line for each event, each with the time since the world began. */
public final class Trace {
    /** What is kept of a line; a whole kernel state fills pages. */
    private static final int LONGEST = 1_000;

    private final int kept;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final MessageDigest digest;
    private Consumer<Line> reader = _ -> {};
    private long count;

    /**
     * Something that happened.
     *
     * @param event the how manieth event of the world it belongs to
     */
    public record Line(long event, Duration sinceBeginning, String who, String what) {
        /** Seconds, to the microsecond; a formatter would take longer than most of what is traced. */
        public String seconds() {
            var micros = String.valueOf(1_000_000 + sinceBeginning.getNano() / 1_000);
            return sinceBeginning.getSeconds() + "." + micros.substring(1);
        }

        @Override
        public String toString() {
            return "+" + seconds() + " " + who + " " + what;
        }
    }

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

    /** From now on every line is shown to this one, too, in full. */
    public void copyTo(Consumer<Line> newReader) {
        reader = newReader;
    }

    void add(Line written) {
        var line = written.toString();
        reader.accept(written);
        count++;
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        lines.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
        if (lines.size() > kept) {
            lines.removeFirst();
        }
    }
}
