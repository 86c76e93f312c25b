package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What we asked the cloud to take from us. It may do so after we gave up waiting for its answer, and show us the thing
 * for a while after it has done so: until then we do not believe that we have it, whatever a look shows.
 */
final class Partings {
    /** Chosen: nobody has seen a request take effect so late, nor a description lag so far behind. */
    static final Duration DOUBT = Duration.ofMinutes(1);

    /** Of each ENI addresses and prefixes, and when doubt ends. */
    private final Map<EniId, Map<Object, Instant>> portions = new TreeMap<>();

    private final Map<EniId, Instant> enis = new TreeMap<>();

    synchronized void with(EniId eni, Collection<?> gone, Instant now) {
        gone.forEach(portion -> of(eni).put(portion, now.plus(DOUBT)));
    }

    synchronized void with(EniId gone, Instant now) {
        enis.put(gone, now.plus(DOUBT));
    }

    /**
     * These were given to the ENI just now, which ends all doubt that it has them. Another that had them before may be
     * shown with them still.
     */
    synchronized void given(EniId eni, Collection<?> come) {
        come.forEach(of(eni)::remove);
    }

    /** The ENI as we believe it to be. Its primary address goes only with itself. */
    synchronized Eni believed(Eni shown, Instant now) {
        portions.values().forEach(gone -> endThoseOver(gone, now));
        portions.values().removeIf(Map::isEmpty);
        endThoseOver(enis, now);
        if (shown.status() == EniStatus.AVAILABLE) {
            // It has left, and what happens to it next is another story.
            enis.remove(shown.id());
        }
        var gone = portions.getOrDefault(shown.id(), Map.of());
        var leaves = shown.status() == EniStatus.IN_USE && enis.containsKey(shown.id());
        return shown.with(leaves ? EniStatus.DETACHING : shown.status())
                .withAddresses(shown.addresses().stream()
                        .filter(ip -> ip.equals(shown.primaryAddress()) || !gone.containsKey(ip))
                        .toList())
                .withPrefixes(shown.prefixes().stream()
                        .filter(prefix -> !gone.containsKey(prefix))
                        .toList());
    }

    /** A clock that is set back makes no doubt last longer than one that begins now. */
    private static <T> void endThoseOver(Map<T, Instant> doubts, Instant now) {
        var longest = now.plus(DOUBT);
        doubts.values().removeIf(until -> !now.isBefore(until));
        doubts.replaceAll((_, until) -> until.isAfter(longest) ? longest : until);
    }

    private Map<Object, Instant> of(EniId eni) {
        return portions.computeIfAbsent(eni, _ -> new LinkedHashMap<>());
    }
}
