package io.github.terway4j.adapters.cni;

import java.util.regex.Pattern;

/**
 * The first line of a frame, without its end: {@code terway-cni/1} and two numbers. In a request these are the sizes of
 * environment and stdin; in an answer, the exit status and the size of the body.
 */
record FrameHeader(int first, int second) {
    /** With the line's end; no header is longer. */
    static final int MOST_BYTES = 40;

    static final int MOST_ENVIRONMENT_BYTES = 64 << 10;
    static final int MOST_STDIN_BYTES = 1 << 20;
    static final int MOST_BODY_BYTES = 1 << 20;

    private static final Pattern ANY = Pattern.compile("terway-cni/(\\d+)( .*)?");
    private static final Pattern OURS = Pattern.compile("terway-cni/1 (\\d{1,9}) (\\d{1,9})");

    static FrameHeader parse(String line) {
        var header = OURS.matcher(line);
        if (header.matches()) {
            return new FrameHeader(Integer.parseInt(header.group(1)), Integer.parseInt(header.group(2)));
        }
        var any = ANY.matcher(line);
        throw new MalformedFrame(
                any.matches() && !any.group(1).equals("1")
                        ? "it is a frame of version %s, and only version 1 is known".formatted(any.group(1))
                        : "it does not begin with a header of terway-cni/1");
    }

    String line() {
        return "terway-cni/1 %d %d\n".formatted(first, second);
    }
}
