package io.github.terway4j.simulator.openapi.ram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Everybody who may call, by their access key. Any thread may ask and add. */
public final class Identities {
    private final Map<String, Identity> byKey = new ConcurrentSkipListMap<>();

    public static Identities of(Identity... known) {
        var identities = new Identities();
        List.of(known).forEach(identities::add);
        return identities;
    }

    /** From now on. Who was known by the same access key no longer is. */
    public void add(Identity identity) {
        byKey.put(identity.accessKeyId(), identity);
    }

    public Optional<Identity> find(String accessKeyId) {
        return Optional.ofNullable(byKey.get(accessKeyId));
    }
}
