package io.github.terway4j.ports.out;

import java.util.List;

/**
 * Remembers what we are having the cloud do across the death of the agent, at whatever instruction it dies. After a power
 * cut it may have forgotten the last ones, but can be read.
 */
public interface CloudJournal {
    /** When this has returned {@code Written}, the intent is found again. One of the same token is written over. */
    LedgerOutcome intend(CloudIntent intent);

    /** When this has returned {@code Written}, there is no intent of this token; there need not have been one. */
    LedgerOutcome settle(ClientToken token);

    /** All that are not settled, in the order of their tokens' texts. */
    List<CloudIntent> open();
}
