package io.github.terway4j.simulator.openapi;

import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.TokenService;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;

/** Finds out who calls, and lets only those through who can prove it (ECS API, Common parameters and Signature). */
final class Authentication implements Gate {
    private final Identities identities;
    private final InstantSource clock;
    private final Freshness freshness;

    Authentication(Identities identities, InstantSource clock) {
        this.identities = identities;
        this.clock = clock;
        this.freshness = new Freshness(clock);
    }

    @Override
    public Reply pass(ApiCall call, Way onward) {
        var presented = Presented.of(call);
        freshness.requireRecent(presented.timestamp());
        var known = identities
                .find(presented.accessKeyId())
                .orElseThrow(
                        () -> Rejection.of("InvalidAccessKeyId.NotFound", 404, "Specified access key is not found."));
        requireToken(presented, known.credentials());
        requireSigned(presented, known.credentials());
        freshness.requireUnheard(presented.accessKeyId(), presented.nonce());
        return onward.go(call.by(known.identity()));
    }

    private void requireToken(Presented presented, Credentials credentials) {
        switch (credentials) {
            case Credentials.AccessKey _ ->
                presented.securityToken().ifPresent(_ -> {
                    throw mismatch();
                });
            case Credentials.Temporary temporary -> {
                var token = presented.securityToken().orElseThrow(() -> Rejection.missing("SecurityToken"));
                if (!token.startsWith(TokenService.TOKEN_PREFIX)) {
                    throw invalidToken("Malformed", "Specified SecurityToken is malformed.");
                }
                if (!same(token, temporary.securityToken())) {
                    throw mismatch();
                }
                if (!clock.instant().isBefore(temporary.expiry())) {
                    throw invalidToken("Expired", "Specified SecurityToken is expired.");
                }
            }
        }
    }

    private static void requireSigned(Presented presented, Credentials credentials) {
        if (!same(presented.signature(), presented.signing().by(credentials.accessKeySecret()))) {
            throw Rejection.of(
                    "SignatureDoesNotMatch",
                    400,
                    "Specified signature is not matched with our calculation. server string to sign is:"
                            + presented.signing().text());
        }
    }

    private static Rejection mismatch() {
        return invalidToken("MismatchWithAccessKey", "Specified SecurityToken is not that of the access key.");
    }

    private static Rejection invalidToken(String how, String words) {
        return Rejection.of("InvalidSecurityToken." + how, 400, words);
    }

    /** As long for what is nearly right as for what is wrong at once. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
