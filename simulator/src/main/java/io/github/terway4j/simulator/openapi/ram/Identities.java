package io.github.terway4j.simulator.openapi.ram;

import io.github.terway4j.ports.out.Credentials;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Everybody who may call, by their access keys. Any thread may ask and add. */
public final class Identities {
    /** What somebody signs with, and who that is. */
    public record Known(Credentials credentials, Identity identity) {}

    private final Map<String, Known> byKey = new ConcurrentSkipListMap<>();

    /** The account's owner alone, by this access key. */
    public static Identities ofOwner(String accessKeyId, String secret) {
        return new Identities().add(new Credentials.AccessKey(accessKeyId, secret), Identity.OWNER);
    }

    /** From now on. Who was known by the same access key no longer is. */
    public Identities add(Credentials credentials, Identity identity) {
        byKey.put(credentials.accessKeyId(), new Known(credentials, identity));
        return this;
    }

    /** From now on nobody is known by it. */
    public void remove(String accessKeyId) {
        byKey.remove(accessKeyId);
    }

    /** Whoever is known by it, though the credentials may have ended. */
    public Optional<Known> find(String accessKeyId) {
        return Optional.ofNullable(byKey.get(accessKeyId));
    }
}
