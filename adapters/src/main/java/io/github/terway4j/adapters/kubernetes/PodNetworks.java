package io.github.terway4j.adapters.kubernetes;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodInterfaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads which networks a pod asks for: {@code {"podNetworks": [{"interface": "eth1", "defaultRoute": true, "extraRoutes":
 * [{"dst": "10.0.0.0/8"}]}]}}. Which vSwitches and security groups an interface is to have is for who makes its ENI, and is
 * passed over here.
 */
final class PodNetworks {
    private static final String FIRST = "eth0";

    private PodNetworks() {}

    /** Of what makes no sense, the usual one with a complaint. */
    static PodInterfaces read(PodAnnotations annotations) {
        return annotations
                .get(PodInterfaces.ANNOTATION)
                .filter(text -> !text.isBlank())
                .map(PodNetworks::read)
                .orElse(PodInterfaces.THE_ONE);
    }

    private static PodInterfaces read(String text) {
        try {
            var wishes = new ArrayList<PodInterfaces.Wish>();
            for (var network : list(Json.readObject(text), "podNetworks")) {
                wishes.add(wish(object(network, "a network")));
            }
            return new PodInterfaces(wishes);
        } catch (JsonException malformed) {
            return PodInterfaces.nonsense(text, "is no JSON (" + malformed.getMessage() + ")");
        } catch (IllegalArgumentException wrong) {
            return PodInterfaces.nonsense(text, "makes no sense (" + wrong.getMessage() + ")");
        }
    }

    private static PodInterfaces.Wish wish(Map<?, ?> network) {
        var name = value(network, "interface", String.class, FIRST);
        var routes = new ArrayList<Cidr>();
        for (var route : list(network, "extraRoutes")) {
            routes.add(Cidr.parse(value(object(route, "a route"), "dst", String.class, "")));
        }
        return new PodInterfaces.Wish(
                new LinkName(name.isEmpty() ? FIRST : name),
                value(network, "defaultRoute", Boolean.class, false),
                routes);
    }

    private static <T> T value(Map<?, ?> object, String key, Class<T> type, T otherwise) {
        var value = object.get(key);
        if (value == null || value == Json.NULL) {
            return otherwise;
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("%s is %s".formatted(key, Json.write(value)));
        }
        return type.cast(value);
    }

    private static List<?> list(Map<?, ?> object, String key) {
        return value(object, key, List.class, List.of());
    }

    private static Map<?, ?> object(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("%s is %s".formatted(what, Json.write(value)));
    }
}
