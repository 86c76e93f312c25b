package io.github.terway4j.adapters.cni;

import java.time.Duration;

/**
 * How much the door takes on.
 *
 * @param arrival how long a request may take to arrive whole
 * @param attaching how long an ADD or CHECK may take, less than the 120 s after which the CNI executable gives up
 * @param calls how many calls are served at once; each has a thread of its own
 * @param attachments how many of these may be ADDs, which may wait for an address: less than all, so that a DEL, which
 *     may bring one, always gets in
 */
public record CniLimits(Duration arrival, Duration attaching, int calls, int attachments) {
    public CniLimits {
        if (calls < 2 || attachments < 1 || attachments >= calls) {
            throw new IllegalArgumentException(
                    "of %d calls, %d may not be ADDs: leave room for a DEL".formatted(calls, attachments));
        }
    }

    /** More than twice what a node of 256 pods can ask for. */
    public static CniLimits usual() {
        return new CniLimits(Duration.ofSeconds(10), Duration.ofSeconds(110), 512, 384);
    }
}
