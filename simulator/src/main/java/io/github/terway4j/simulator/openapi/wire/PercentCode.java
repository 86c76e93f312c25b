package io.github.terway4j.simulator.openapi.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as signatures want it (RFC 3986): letters, digits and {@code - _ . ~} stay as they are. */
public final class PercentCode {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCode() {}

    public static String encode(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length() * 3 / 2 + 16).append(text, 0, plain);
        for (byte octet : text.substring(plain).getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) (octet & 0xff))) {
                out.append((char) octet);
            } else {
                out.append('%').append(HEX[(octet >> 4) & 0xf]).append(HEX[octet & 0xf]);
            }
        }
        return out.toString();
    }

    /** Reads what a form or a query holds, where {@code +} is a space, too. */
    static String decode(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }
}
