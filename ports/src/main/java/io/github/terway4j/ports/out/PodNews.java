package io.github.terway4j.ports.out;

import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import java.util.List;

/** What a look at the feed brought. */
public sealed interface PodNews {
    /** Exactly these pods are on the node. */
    record Listed(long version, List<PodFacts> pods) implements PodNews {
        public Listed {
            pods = List.copyOf(pods);
        }
    }

    /** Since the version asked for, these have come or changed, and those have gone. */
    record Changed(long version, List<PodFacts> present, List<PodRef> gone) implements PodNews {
        public Changed {
            present = List.copyOf(present);
            gone = List.copyOf(gone);
        }
    }

    /** Nothing can be said; what was listed before may still be so. */
    record Unreadable(String words) implements PodNews {}
}
