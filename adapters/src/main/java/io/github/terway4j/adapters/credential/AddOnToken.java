package io.github.terway4j.adapters.credential;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.ports.out.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * The encrypted token of the cluster's add-ons, as the open source of ack-ram-tool reads it (package {@code
 * pkg/credentials/provider}, {@code EncryptedFileProvider}): a JSON object whose {@code access.key.id}, {@code
 * access.key.secret} and {@code security.token} are each encrypted with the key in {@code keyring}, and whose {@code
 * expiration} is not. Where the cluster could not take on its role, there is an {@code error} instead.
 */
final class AddOnToken {
    private AddOnToken() {}

    /**
     * Reads the whole file.
     *
     * @throws MalformedToken if it is anything else
     */
    static Credentials.Temporary read(String text) {
        var fields = object(text);
        if (fields.get("error") instanceof Map<?, ?> error) {
            throw new MalformedToken("the cluster could not take on the role %s: %s"
                    .formatted(error.get("roleName"), error.get("code")));
        }
        var keyring = new Keyring(text(fields, "keyring").getBytes(StandardCharsets.UTF_8));
        return new Credentials.Temporary(
                secret(fields, "access.key.id", keyring),
                secret(fields, "access.key.secret", keyring),
                secret(fields, "security.token", keyring),
                expiration(fields));
    }

    private static Map<String, Object> object(String text) {
        try {
            return Json.readObject(text);
        } catch (JsonException e) {
            throw new MalformedToken(e.getMessage());
        }
    }

    private static String secret(Map<String, Object> fields, String name, Keyring keyring) {
        var plain = keyring.decrypt(text(fields, name))
                .orElseThrow(
                        () -> new MalformedToken("%s cannot be decrypted with the file's keyring".formatted(name)));
        if (plain.isBlank()) {
            throw new MalformedToken(name + " is blank once it is decrypted");
        }
        return plain;
    }

    private static Instant expiration(Map<String, Object> fields) {
        try {
            return Instant.parse(text(fields, "expiration"));
        } catch (DateTimeParseException _) {
            throw new MalformedToken("expiration is no time such as 2026-01-31T12:00:00Z");
        }
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new MalformedToken(name + " is not there");
    }
}
