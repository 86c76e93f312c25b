package io.github.terway4j.adapters.cni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.datapath.NetNs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is asked, the answer is one JSON object, and says by its members and the exit status whether it is an error. */
class CniDoorProperties {
    private static final List<String> NAMES =
            List.of("CNI_COMMAND", "CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME", "CNI_ARGS", "CNI_PATH", "CNI_", "");
    private static final List<String> KEYS = List.of(
            "cniVersion",
            "mtu",
            "prevResult",
            "ips",
            "routes",
            "interfaces",
            "dns",
            "runtimeConfig",
            "bandwidth",
            "ingressRate",
            "egressRate",
            "cni.dev/valid-attachments",
            "containerID",
            "ifname",
            "name");

    @Property(tries = 500)
    void any_bytes_are_answered_with_one_object(@ForAll byte[] environment, @ForAll byte[] stdin) {
        answered(CniRequest.of(environment, stdin));
    }

    @Property(tries = 500)
    void any_variables_are_answered_with_one_object(
            @ForAll("environments") Map<String, String> environment, @ForAll("versions") String version) {
        answered(Calls.call(environment, Calls.config(version, "")));
    }

    @Property(tries = 500)
    void any_configuration_is_answered_with_one_object(
            @ForAll("commands") String command, @ForAll("configs") Map<String, Object> config) {
        answered(Calls.call(command, Json.write(config)));
    }

    @Property(tries = 500)
    void a_damaged_configuration_is_answered_with_one_object(
            @ForAll("commands") String command, @ForAll("damaged") String stdin) {
        answered(Calls.call(command, stdin));
    }

    private static void answered(CniRequest request) {
        for (var netns : List.of(Optional.<NetNs>empty(), Optional.of(new NetNs("/proc/self/fd/7")))) {
            var reply = new FakeNode().door().answer(request, netns);
            var object =
                    Json.readObject(new String(reply.body().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            assertTrue(object.get("cniVersion") instanceof String, reply.body());
            if (reply.exitStatus() == 0) {
                assertTrue(!object.containsKey("code"), reply.body());
            } else {
                assertEquals(1, reply.exitStatus());
                assertEquals(
                        List.of("cniVersion", "code", "msg", "details"), List.copyOf(object.keySet()), reply.body());
                assertTrue(object.get("code") instanceof Long code && code != 999, reply.body());
            }
        }
    }

    @Provide
    Arbitrary<String> commands() {
        return Arbitraries.of("ADD", "DEL", "CHECK", "GC", "STATUS", "VERSION");
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.of("0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0", "0.2.0");
    }

    @Provide
    Arbitrary<Map<String, String>> environments() {
        var values = Arbitraries.oneOf(
                commands(),
                Arbitraries.of("0a1b2c", "eth0", "/var/run/netns/a", "K8S_POD_NAME=a;K8S_POD_NAMESPACE=b", ""),
                Arbitraries.strings().withChars("aA0_.-/=;:%\u00e4\u0001\n\"\\").ofMaxLength(20));
        return Combinators.combine(Arbitraries.maps(Arbitraries.of(NAMES), values), commands())
                .as((changed, command) -> {
                    var environment = Calls.environment(command);
                    environment.putAll(changed);
                    return environment;
                });
    }

    @Provide
    Arbitrary<Map<String, Object>> configs() {
        return Combinators.combine(objects(values()), versions()).as((object, version) -> {
            var config = new LinkedHashMap<>(object);
            config.putIfAbsent("cniVersion", version);
            return config;
        });
    }

    @Provide
    Arbitrary<String> damaged() {
        return Combinators.combine(
                        configs(),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.chars().ascii())
                .as((config, at, character) -> {
                    var text = new StringBuilder(Json.write(config));
                    text.setCharAt(at % text.length(), character);
                    return text.toString();
                });
    }

    /** Three levels are enough to reach every key that is read. */
    private static Arbitrary<Object> values() {
        return nested(nested(leaves()));
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaves()),
                Tuple.of(1, inner.list().ofMaxSize(2).map(list -> list)),
                Tuple.of(2, objects(inner).map(object -> object)));
    }

    private static Arbitrary<Map<String, Object>> objects(Arbitrary<Object> values) {
        return Arbitraries.maps(Arbitraries.of(KEYS), values).ofMaxSize(3);
    }

    private static Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(number -> number),
                Arbitraries.of(0L, 1500L, 8L, -1L, Long.MAX_VALUE).map(number -> number),
                Arbitraries.of(new BigDecimal("0.5"), BigInteger.ONE.shiftLeft(64), true, Json.NULL),
                Arbitraries.strings().ofMaxLength(5).map(text -> text),
                Arbitraries.of("a", "eth0", "1.0.0").map(text -> text));
    }
}
