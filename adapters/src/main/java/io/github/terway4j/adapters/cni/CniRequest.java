package io.github.terway4j.adapters.cni;

import java.nio.charset.StandardCharsets;

/** A call as it comes: the variables and stdin, unread. Bytes that are not UTF-8 are read as U+FFFD. */
record CniRequest(Environment environment, String stdin) {
    static CniRequest of(byte[] environment, byte[] stdin) {
        return new CniRequest(Environment.read(environment), new String(stdin, StandardCharsets.UTF_8));
    }
}
