package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.net.Ip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which addresses came back lately, in the order in which they did. */
final class Rests {
    private final TreeMap<Ip, Instant> begun = new TreeMap<>();
    private final TreeSet<Rest> queue = new TreeSet<>();

    void begin(Ip ip, Instant now) {
        end(ip);
        begun.put(ip, now);
        queue.add(new Rest(now, ip));
    }

    void end(Ip ip) {
        var since = begun.remove(ip);
        if (since != null) {
            queue.remove(new Rest(since, ip));
        }
    }

    boolean has(Ip ip) {
        return begun.containsKey(ip);
    }

    /** How many addresses between these two rest, both included. */
    int between(Ip first, Ip last) {
        return begun.subMap(first, true, last, true).size();
    }

    /** Ends the rests that have lasted long enough, and names them. */
    List<Ip> endThoseOver(Cooldown cooldown, Instant now) {
        var over = new ArrayList<Ip>();
        while (!queue.isEmpty() && cooldown.over(queue.first().since(), now)) {
            var ip = queue.first().ip();
            end(ip);
            over.add(ip);
        }
        return over;
    }

    /** All of them began so much later, or earlier. */
    void shift(Duration by) {
        var before = new TreeMap<>(begun);
        before.forEach((ip, since) -> begin(ip, since.plus(by)));
    }

    /** When the first of them began to rest. */
    Optional<Instant> first(Predicate<Ip> among) {
        return queue.stream().filter(rest -> among.test(rest.ip())).findFirst().map(Rest::since);
    }

    private record Rest(Instant since, Ip ip) implements Comparable<Rest> {
        private static final Comparator<Rest> ORDER =
                Comparator.comparing(Rest::since).thenComparing(Rest::ip);

        @Override
        public int compareTo(Rest other) {
            return ORDER.compare(this, other);
        }
    }
}
