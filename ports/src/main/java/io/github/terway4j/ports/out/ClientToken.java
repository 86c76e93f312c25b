package io.github.terway4j.ports.out;

/**
 * Makes a repeated call the same call: the cloud answers a known token with what it answered before, and makes nothing
 * twice (ECS API, "How to ensure idempotence": at most 64 ASCII characters).
 */
public record ClientToken(String text) {
    public ClientToken {
        if (text.isEmpty() || text.length() > 64 || !text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "a client token is 1 to 64 printable ASCII characters, but got '%s'".formatted(text));
        }
    }
}
