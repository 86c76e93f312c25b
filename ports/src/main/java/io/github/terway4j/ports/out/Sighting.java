package io.github.terway4j.ports.out;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was seen of an exchange. */
public sealed interface Sighting {
    /**
     * All arrived, both ways.
     *
     * @param source whom the one that answered took for the one that asked
     * @param carried by link, in bytes; one that had nothing to do with it may be missing
     */
    record Arrived(Ip source, SortedMap<LinkName, Carried> carried) implements Sighting {
        public Arrived {
            carried = Collections.unmodifiableSortedMap(new TreeMap<>(carried));
        }
    }

    /** {@code words} say where it ended, as far as that can be known. */
    record Lost(String words) implements Sighting {}

    /** What a link has taken in and sent out, in bytes. */
    record Carried(long in, long out) {
        public static final Carried NOTHING = new Carried(0, 0);

        public Carried plus(Carried more) {
            return new Carried(in + more.in, out + more.out);
        }

        public Carried minus(Carried less) {
            return new Carried(in - less.in, out - less.out);
        }
    }
}
