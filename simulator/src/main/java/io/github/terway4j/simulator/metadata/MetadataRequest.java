package io.github.terway4j.simulator.metadata;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrives.
 *
 * @param path without a query
 * @param headers by names whose case does not matter
 */
public record MetadataRequest(String method, String path, Map<String, String> headers) {
    public MetadataRequest {
        var caseless = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        headers = Collections.unmodifiableMap(caseless);
    }

    /** Without any header that matters. */
    public static MetadataRequest get(String path) {
        return new MetadataRequest("GET", path, Map.of());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
