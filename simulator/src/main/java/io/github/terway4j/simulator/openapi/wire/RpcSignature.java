package io.github.terway4j.simulator.openapi.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of version 1.0 that RPC-style calls carry among their parameters: HMAC-SHA1 over the method and all other
 * parameters (ECS API, Signature).
 */
public final class RpcSignature {
    /** The parameter that holds it. */
    public static final String PARAMETER = "Signature";

    private static final String ALGORITHM = "HmacSHA1";

    private RpcSignature() {}

    public static String of(String secret, String method, Parameters parameters) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var text = stringToSign(method, parameters);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, absent);
        }
    }

    public static String stringToSign(String method, Parameters parameters) {
        var canonical = new StringJoiner("&");
        parameters.values().forEach((name, value) -> {
            if (!name.equals(PARAMETER)) {
                canonical.add(PercentCode.encode(name) + "=" + PercentCode.encode(value));
            }
        });
        return method + "&%2F&" + PercentCode.encode(canonical.toString());
    }
}
