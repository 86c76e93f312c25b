package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.openapi.wire.Acs3Signature;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import io.github.terway4j.simulator.openapi.wire.RpcSignature;
import java.util.Optional;

/**
 * By what a caller wants to be known, in either way of signing.
 *
 * @param timestamp when the caller says that it signed
 * @param nonce what makes this call another than the one before
 */
record Presented(
        String accessKeyId,
        Optional<String> securityToken,
        String timestamp,
        String nonce,
        String signature,
        Signing signing) {
    /** What the signature should be, given the caller's secret. */
    interface Signing {
        String by(String secret);

        /** What is signed, so that a caller can see where it went wrong. */
        String text();
    }

    static Presented of(ApiCall call) {
        return Acs3Signature.isMeant(call.incoming()) ? inHeaders(call) : inParameters(call);
    }

    private static Presented inParameters(ApiCall call) {
        var parameters = call.parameters();
        requireOnly(call, "SignatureMethod", "HMAC-SHA1");
        requireOnly(call, "SignatureVersion", "1.0");
        return new Presented(
                parameters.required("AccessKeyId"),
                parameters.text("SecurityToken"),
                parameters.required("Timestamp"),
                parameters.required("SignatureNonce"),
                parameters.required(RpcSignature.PARAMETER),
                new Signing() {
                    @Override
                    public String by(String secret) {
                        return RpcSignature.of(secret, call.incoming().method(), parameters);
                    }

                    @Override
                    public String text() {
                        return RpcSignature.stringToSign(call.incoming().method(), parameters);
                    }
                });
    }

    private static Presented inHeaders(ApiCall call) {
        var incoming = call.incoming();
        var given = Acs3Signature.read(incoming)
                .orElseThrow(() -> Rejection.of(
                        "IncompleteSignature", 400, "The request signature does not conform to Aliyun standards."));
        return new Presented(
                given.accessKeyId(),
                incoming.header("x-acs-security-token"),
                incoming.header("x-acs-date").orElseThrow(() -> Rejection.missing("Timestamp")),
                incoming.header("x-acs-signature-nonce").orElseThrow(() -> Rejection.missing("SignatureNonce")),
                given.signature(),
                new Signing() {
                    @Override
                    public String by(String secret) {
                        return Acs3Signature.of(secret, incoming, given.signedHeaders());
                    }

                    @Override
                    public String text() {
                        return Acs3Signature.stringToSign(incoming, given.signedHeaders());
                    }
                });
    }

    private static void requireOnly(ApiCall call, String name, String only) {
        var asked = call.parameters().required(name);
        if (!asked.equals(only)) {
            throw Rejection.invalid(name, "%s is not %s".formatted(asked, only));
        }
    }
}
