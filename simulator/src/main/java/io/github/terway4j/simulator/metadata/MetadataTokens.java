package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.InstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Tokens of the hardened mode: each good for one instance and for as long as was asked for. */
final class MetadataTokens {
    /** Six hours: the longest that can be asked for (ECS documentation, security hardening mode). */
    private static final int MOST_SECONDS = 21_600;

    private static final int BYTES = 40;

    private record Token(InstanceId instance, Instant end) {}

    private final Map<String, Token> given = new LinkedHashMap<>();
    private final RandomGenerator chance;

    MetadataTokens(RandomGenerator chance) {
        this.chance = chance;
    }

    /** Nothing where no such length of life can be asked for. */
    synchronized Optional<String> give(InstanceId instance, String seconds, Instant now) {
        if (!seconds.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        var length = Integer.parseInt(seconds);
        if (length < 1 || length > MOST_SECONDS) {
            return Optional.empty();
        }
        given.values().removeIf(token -> !now.isBefore(token.end));
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        given.put(text, new Token(instance, now.plus(Duration.ofSeconds(length))));
        return Optional.of(text);
    }

    synchronized boolean isGood(String text, InstanceId instance, Instant now) {
        return Optional.ofNullable(given.get(text))
                .filter(token -> token.instance.equals(instance) && now.isBefore(token.end))
                .isPresent();
    }

    /** From now on no token is good that was given before. */
    synchronized void forget() {
        given.clear();
    }
}
