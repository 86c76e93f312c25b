package io.github.terway4j.app.config;

import io.github.terway4j.domain.eni.Region;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the cloud is called, as the environment says it. The variables are Terway's; but where Terway takes its default
 * for a value that it does not know, we refuse it.
 *
 * @param ecsEndpoint {@code ECS_ENDPOINT}: host of the ECS API, in place of the region's own
 * @param vpcEndpoint {@code VPC_ENDPOINT}: the same of the VPC API
 * @param internet {@code ALICLOUD_ENDPOINT_TYPE} is {@code public}: the region's own hosts on the internet, and not
 *     those inside VPCs
 * @param scheme {@code ALICLOUD_CLIENT_SCHEME}
 * @param ascmContext {@code X-ACSPROXY-ASCM-CONTEXT}: a header's value that some private clouds want with every call
 */
public record CloudEnvironment(
        Optional<String> ecsEndpoint,
        Optional<String> vpcEndpoint,
        boolean internet,
        Scheme scheme,
        Optional<String> ascmContext) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(:[0-9]{1,5})?");

    /** How a call travels. */
    public enum Scheme {
        HTTP,
        HTTPS
    }

    /**
     * Reads it; a blank value says nothing.
     *
     * @throws IllegalArgumentException naming the variable whose value cannot be, and what could
     */
    public static CloudEnvironment of(Map<String, String> variables) {
        var environment = new TreeMap<>(variables);
        environment.values().removeIf(String::isBlank);
        return new CloudEnvironment(
                host(environment, "ECS_ENDPOINT"),
                host(environment, "VPC_ENDPOINT"),
                one(environment, "ALICLOUD_ENDPOINT_TYPE", "vpc", "public").equals("public"),
                Scheme.valueOf(one(environment, "ALICLOUD_CLIENT_SCHEME", "HTTPS", "HTTP")),
                Optional.ofNullable(environment.get("X-ACSPROXY-ASCM-CONTEXT")));
    }

    /** Host of the ECS API in this region. */
    public String ecs(Region region) {
        return ecsEndpoint.orElseGet(() -> own("ecs", region));
    }

    /** Host of the VPC API in this region. */
    public String vpc(Region region) {
        return vpcEndpoint.orElseGet(() -> own("vpc", region));
    }

    /** Sent with every call. */
    public Map<String, String> headers() {
        return ascmContext
                .map(context -> Map.of("x-acsproxy-ascm-context", context))
                .orElse(Map.of());
    }

    private String own(String product, Region region) {
        return "%s%s.%s.aliyuncs.com".formatted(product, internet ? "" : "-vpc", region);
    }

    private static Optional<String> host(Map<String, String> environment, String name) {
        var host = Optional.ofNullable(environment.get(name));
        host.filter(value -> !HOST.matcher(value).matches()).ifPresent(value -> {
            throw new IllegalArgumentException(
                    "%s is '%s' and must be a host and perhaps a port, like ecs.example.com or 127.0.0.1:18080"
                            .formatted(name, value));
        });
        return host;
    }

    private static String one(Map<String, String> environment, String name, String otherwise, String other) {
        var value = environment.getOrDefault(name, otherwise);
        for (var known : new String[] {otherwise, other}) {
            if (known.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        throw new IllegalArgumentException("%s is '%s' and must be %s or %s".formatted(name, value, otherwise, other));
    }
}
