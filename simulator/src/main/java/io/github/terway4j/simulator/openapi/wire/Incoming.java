package io.github.terway4j.simulator.openapi.wire;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request.
 *
 * @param query as it came, still percent-encoded; empty where there is none
 * @param headers by their names in lower case
 */
public record Incoming(String method, String path, String query, Map<String, String> headers, String body) {
    private static final String FORM = "application/x-www-form-urlencoded";

    public Incoming {
        var lower = new TreeMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableMap(lower);
    }

    public static Incoming get(String query) {
        return new Incoming("GET", "/", query, Map.of(), "");
    }

    public static Incoming post(String form) {
        return new Incoming("POST", "/", "", Map.of("content-type", FORM), form);
    }

    /** By its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The host that the client believes to talk to, without a port. */
    public String host() {
        return header("host").orElse("localhost").replaceFirst(":\\d+$", "");
    }

    /** Of query and form together. */
    public Parameters parameters() {
        return Parameters.parse(query, isForm() ? body : "");
    }

    /** Clients of old send a form without saying so. */
    private boolean isForm() {
        var type = header("content-type").orElse(FORM).toLowerCase(Locale.ROOT);
        return type.startsWith(FORM) || type.startsWith("text/plain");
    }
}
