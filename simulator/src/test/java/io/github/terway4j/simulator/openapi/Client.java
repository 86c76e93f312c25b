package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.wire.Answering;
import io.github.terway4j.simulator.openapi.wire.Incoming;
import io.github.terway4j.simulator.openapi.wire.Outgoing;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.PercentCode;
import io.github.terway4j.simulator.openapi.wire.RpcSignature;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody who calls the door without a network in between, signing as the documentation says. */
final class Client {
    static final String KEY = "testid";
    static final String SECRET = "testsecret";

    private final Answering door;
    private final InstantSource clock;
    private int calls;

    Client(Answering door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    /** Each pair is a name and its value; JSON is asked for. */
    Outgoing call(String action, String... pairs) {
        return send(signed(SECRET, parameters(action, pairs)));
    }

    Outgoing callVpc(String action, String... pairs) {
        var parameters = parameters(action, pairs);
        parameters.put("Version", "2016-04-28");
        return send(signed(SECRET, parameters));
    }

    /** Everything that a right call has but the signature. */
    NavigableMap<String, String> parameters(String action, String... pairs) {
        var parameters = new TreeMap<String, String>();
        parameters.put("Action", action);
        parameters.put("Version", "2014-05-26");
        parameters.put("Format", "JSON");
        parameters.put("RegionId", "cn-hangzhou");
        parameters.put("AccessKeyId", KEY);
        parameters.put("SignatureMethod", "HMAC-SHA1");
        parameters.put("SignatureVersion", "1.0");
        parameters.put("SignatureNonce", "nonce-" + ++calls);
        parameters.put(
                "Timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    static Incoming signed(String secret, NavigableMap<String, String> parameters) {
        var all = new TreeMap<>(parameters);
        all.put("Signature", RpcSignature.of(secret, "GET", Parameters.of(parameters)));
        return unsigned(all);
    }

    static Incoming unsigned(NavigableMap<String, String> parameters) {
        return Incoming.get(form(parameters));
    }

    static String form(NavigableMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> PercentCode.encode(one.getKey()) + "=" + PercentCode.encode(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    Outgoing send(Incoming incoming) {
        return ask(incoming).orElseThrow();
    }

    Optional<Outgoing> ask(Incoming incoming) {
        return door.answer(incoming);
    }
}
