package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.pod.NetworkPriority;

/** How the operator has packets of pods wait at the ENIs that they share. */
public enum EniQueueing {
    AS_IT_IS,
    /** Terway's {@code enable_network_priority}. */
    BY_PRIORITY,
    /** Terway's {@code bandwidth_mode: edt}. */
    PACED;

    public Waiting waiting(NetworkPriority priority) {
        return switch (this) {
            case AS_IT_IS -> Waiting.AS_USUAL;
            case PACED -> Waiting.PACED;
            case BY_PRIORITY ->
                switch (priority) {
                    case GUARANTEED -> Waiting.FIRST;
                    case BURSTABLE -> Waiting.MIDDLE;
                    case BEST_EFFORT -> Waiting.LAST;
                };
        };
    }
}
