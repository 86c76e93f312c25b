package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.TrafficMode;

/** The API's words for what an ENI is and where it stands. */
final class EniWords {
    private EniWords() {}

    static String of(EniStatus status) {
        return switch (status) {
            case AVAILABLE -> "Available";
            case ATTACHING -> "Attaching";
            case IN_USE -> "InUse";
            case DETACHING -> "Detaching";
            case DELETING -> "Deleting";
            case STRANGE -> "Strange";
        };
    }

    static String of(EniKind kind) {
        return switch (kind) {
            case PRIMARY -> "Primary";
            case SECONDARY -> "Secondary";
            case TRUNK -> "Trunk";
            case MEMBER -> "Member";
        };
    }

    static String of(TrafficMode mode) {
        return switch (mode) {
            case STANDARD -> "Standard";
            case HIGH_PERFORMANCE -> "HighPerformance";
        };
    }
}
