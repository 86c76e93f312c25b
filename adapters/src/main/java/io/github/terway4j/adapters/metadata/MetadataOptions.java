package io.github.terway4j.adapters.metadata;

import java.net.URI;
import java.time.Duration;

/**
 * Where the service is, and how long we wait for it.
 *
 * @param base what stands before {@code /latest/…}: scheme, host, and perhaps a port and a path
 * @param connectTimeout for a new connection
 * @param requestTimeout for one request, from its start to the last byte of the answer
 */
public record MetadataOptions(URI base, Duration connectTimeout, Duration requestTimeout) {
    /** The address that every instance has for it, and waits that fit a service on the same host. */
    public static final MetadataOptions ON_AN_INSTANCE = of(URI.create("http://100.100.100.200"));

    public MetadataOptions {
        if (!"http".equals(base.getScheme()) || base.getHost() == null || base.getQuery() != null) {
            throw new IllegalArgumentException(
                    "%s is not where a metadata service can be: write it like http://100.100.100.200".formatted(base));
        }
        if (!connectTimeout.isPositive() || !requestTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "no answer can come within %s and %s".formatted(connectTimeout, requestTimeout));
        }
    }

    public static MetadataOptions of(URI base) {
        return new MetadataOptions(base, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    URI resolve(String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }
}
