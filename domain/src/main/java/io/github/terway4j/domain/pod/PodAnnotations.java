package io.github.terway4j.domain.pod;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands on a pod for us, word for word: what it means is read here and not where it comes from. */
public record PodAnnotations(Map<String, String> byName) {
    public static final PodAnnotations NONE = new PodAnnotations(Map.of());

    public PodAnnotations {
        byName = new TreeMap<>(byName);
    }

    /** As somebody would write them who wants this limit. */
    public static PodAnnotations of(BandwidthLimit limit) {
        var byName = new TreeMap<String, String>();
        for (var direction : Direction.values()) {
            var rate = limit.rate(direction);
            if (rate.limited()) {
                byName.put(
                        BandwidthAnnotation.ofKubernetes(direction).text(),
                        BigInteger.valueOf(rate.bytesPerSecond()).shiftLeft(3).toString());
            }
        }
        return new PodAnnotations(byName);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The same, with this one as told; without it where it is told to be empty. */
    public PodAnnotations with(String name, Optional<String> value) {
        var changed = new TreeMap<>(byName);
        changed.remove(name);
        value.ifPresent(text -> changed.put(name, text));
        return new PodAnnotations(changed);
    }
}
