package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import io.github.terway4j.simulator.openapi.wire.RpcSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;

/** Finds out who calls, by the signature among the parameters (ECS API, Common parameters and Signature). */
final class RpcAuthentication implements Gate {
    private final Identities identities;
    private final Freshness freshness;

    RpcAuthentication(Identities identities, InstantSource clock) {
        this.identities = identities;
        this.freshness = new Freshness(clock);
    }

    @Override
    public Reply pass(ApiCall call, Way onward) {
        var parameters = call.parameters();
        requireMethod(parameters, "SignatureMethod", "HMAC-SHA1");
        requireMethod(parameters, "SignatureVersion", "1.0");
        var nonce = parameters.required("SignatureNonce");
        var caller = caller(parameters.required("AccessKeyId"));
        freshness.requireRecent(parameters.required("Timestamp"));
        requireSigned(call, caller);
        freshness.requireUnheard(caller.accessKeyId(), nonce);
        return onward.go(call.by(caller));
    }

    private Identity caller(String accessKeyId) {
        return identities
                .find(accessKeyId)
                .orElseThrow(
                        () -> Rejection.of("InvalidAccessKeyId.NotFound", 404, "Specified access key is not found."));
    }

    private static void requireSigned(ApiCall call, Identity caller) {
        var parameters = call.parameters();
        var method = call.incoming().method();
        var right = RpcSignature.of(caller.secret(), method, parameters);
        if (!same(right, parameters.required(RpcSignature.PARAMETER))) {
            throw Rejection.of(
                    "SignatureDoesNotMatch",
                    400,
                    "Specified signature is not matched with our calculation. server string to sign is:"
                            + RpcSignature.stringToSign(method, parameters));
        }
    }

    private static void requireMethod(Parameters parameters, String name, String only) {
        var asked = parameters.required(name);
        if (!asked.equals(only)) {
            throw Rejection.invalid(name, "%s is not %s".formatted(asked, only));
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
