package io.github.terway4j.adapters.cni;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A call as it comes: the variables and stdin, unread. Bytes that are not UTF-8 are read as U+FFFD. */
public record CniRequest(Environment environment, String stdin) {
    /** A call that never went over a socket. */
    public static CniRequest of(Map<String, String> variables, String stdin) {
        return new CniRequest(Environment.of(variables), stdin);
    }

    static CniRequest of(byte[] environment, byte[] stdin) {
        return new CniRequest(Environment.read(environment), new String(stdin, StandardCharsets.UTF_8));
    }
}
