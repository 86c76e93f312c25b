package io.github.terway4j.simulator.openapi.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that newer clients put into the header {@code Authorization}: HMAC-SHA256 over method, path, query, some
 * headers and the body's digest (Alibaba Cloud SDK, "V3 request structure and signature").
 *
 * @param signedHeaders their names in lower case, in order
 */
public record Acs3Signature(String accessKeyId, List<String> signedHeaders, String signature) {
    private static final String NAME = "ACS3-HMAC-SHA256";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern AUTHORIZATION =
            Pattern.compile(NAME + "\\s+Credential=([^,]*),\\s*SignedHeaders=([^,]*),\\s*Signature=([^,]*)");

    public Acs3Signature {
        signedHeaders = List.copyOf(signedHeaders);
    }

    /** Whether a request means to be signed this way, rightly or not. */
    public static boolean isMeant(Incoming incoming) {
        return incoming.header("authorization").orElse("").startsWith(NAME);
    }

    /** Nothing where the header is not spelt as it must be. */
    public static Optional<Acs3Signature> read(Incoming incoming) {
        var header = AUTHORIZATION.matcher(incoming.header("authorization").orElse(""));
        return header.matches()
                ? Optional.of(new Acs3Signature(
                        header.group(1), List.of(header.group(2).split(";")), header.group(3)))
                : Optional.empty();
    }

    /** What the signature should be. */
    public static String of(String secret, Incoming incoming, List<String> signedHeaders) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var text = stringToSign(incoming, signedHeaders);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, absent);
        }
    }

    public static String stringToSign(Incoming incoming, List<String> signedHeaders) {
        return NAME + "\n" + digest(canonicalRequest(incoming, signedHeaders));
    }

    /** SHA-256, as the header {@code x-acs-content-sha256} gives it for the body. */
    public static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    private static String canonicalRequest(Incoming incoming, List<String> signedHeaders) {
        var query = new StringJoiner("&");
        Parameters.parse(incoming.query())
                .values()
                .forEach((name, value) -> query.add(PercentCode.encode(name) + "=" + PercentCode.encode(value)));
        var headers = new StringBuilder();
        for (var name : signedHeaders) {
            headers.append(name)
                    .append(':')
                    .append(incoming.header(name).orElse("").strip())
                    .append('\n');
        }
        return String.join(
                "\n",
                incoming.method(),
                incoming.path(),
                query.toString(),
                headers.toString(),
                String.join(";", signedHeaders),
                digest(incoming.body()));
    }
}
