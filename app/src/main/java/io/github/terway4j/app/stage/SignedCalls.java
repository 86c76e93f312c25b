package io.github.terway4j.app.stage;

import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.PercentCode;
import io.github.terway4j.simulator.openapi.wire.RpcSignature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Calls to an {@link HttpCloud} as its owner signs them, each with a nonce of its own; any thread may ask. */
public final class SignedCalls {
    private final AtomicLong count = new AtomicLong();
    private final String run;

    /**
     * So that no nonce of this run was one of another's.
     *
     * @param run names it
     */
    public SignedCalls(String run) {
        this.run = run;
    }

    /** The target of a GET, like {@code /?Action=DescribeNetworkInterfaces&…}. */
    public String ecs(String action, Map<String, String> parameters, Instant now) {
        var all = new TreeMap<>(parameters);
        all.put("Action", action);
        all.put("Version", "2014-05-26");
        all.put("Format", "JSON");
        all.put("RegionId", HttpCloud.REGION);
        all.put("AccessKeyId", HttpCloud.ACCESS_KEY_ID);
        all.put("SignatureMethod", "HMAC-SHA1");
        all.put("SignatureVersion", "1.0");
        all.put("SignatureNonce", run + "-" + count.incrementAndGet());
        all.put("Timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        all.put(RpcSignature.PARAMETER, RpcSignature.of(HttpCloud.SECRET, "GET", Parameters.of(all)));
        var target = new StringJoiner("&", "/?", "");
        all.forEach((name, value) -> target.add(PercentCode.encode(name) + "=" + PercentCode.encode(value)));
        return target.toString();
    }
}
