package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.CloudOutcome;
import java.util.Optional;

/** Stands where the calls of a world's processes reach the cloud. */
public interface CloudGate {
    /** Lets everything pass. */
    CloudGate OPEN = new CloudGate() {
        @Override
        public <T> Optional<CloudOutcome<T>> turnAway(String caller, String call) {
            return Optional.empty();
        }

        @Override
        public void changed() {}
    };

    /** A call has arrived. What it is answered instead of taking effect; empty lets it pass. */
    <T> Optional<CloudOutcome<T>> turnAway(String caller, String call);

    /** A call has taken effect, or something in the cloud has ended by itself. */
    void changed();
}
