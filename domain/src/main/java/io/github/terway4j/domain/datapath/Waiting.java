package io.github.terway4j.domain.datapath;

import java.util.Optional;

/** How what a pod sends waits at the ENI that it shares with others. */
public enum Waiting {
    /** As the kernel has it wait unasked. */
    AS_USUAL,
    /** In the {@link Band} of this name. */
    FIRST,
    MIDDLE,
    LAST,
    /** Until the time that somebody has stamped on it (BPF programs of others), which holds the pod to its limit too. */
    PACED;

    /** What packets have to wait in at the ENI; empty where that is left as it is. */
    Optional<QueueDiscipline> discipline() {
        return switch (this) {
            case AS_USUAL -> Optional.empty();
            case FIRST, MIDDLE, LAST -> Optional.of(QueueDiscipline.BANDS);
            case PACED -> Optional.of(QueueDiscipline.FAIR);
        };
    }

    Optional<Band> band() {
        return switch (this) {
            case AS_USUAL, PACED -> Optional.empty();
            case FIRST -> Optional.of(Band.FIRST);
            case MIDDLE -> Optional.of(Band.MIDDLE);
            case LAST -> Optional.of(Band.LAST);
        };
    }
}
