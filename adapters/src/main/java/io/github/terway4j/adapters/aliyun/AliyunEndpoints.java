package io.github.terway4j.adapters.aliyun;

import io.github.terway4j.domain.eni.Region;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the cloud is called.
 *
 * @param ecs host, with a port if need be, of the ECS API
 * @param vpc the same of the VPC API
 * @param headers sent with every call
 */
public record AliyunEndpoints(Region region, Scheme scheme, String ecs, String vpc, Map<String, String> headers) {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

    public AliyunEndpoints {
        headers = new TreeMap<>(headers);
        requireHost("the ECS API", ecs);
        requireHost("the VPC API", vpc);
    }

    /** How a call travels. */
    public enum Scheme {
        HTTP,
        HTTPS
    }

    private static void requireHost(String what, String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "the endpoint of %s is a host and perhaps a port, like ecs.example.com or 127.0.0.1:8080, but got '%s'"
                            .formatted(what, host));
        }
    }
}
