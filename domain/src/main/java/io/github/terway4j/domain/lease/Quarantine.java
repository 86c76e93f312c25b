package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.Collection;
import java.util.List;

/**
 * Attachments that were suspected in the last round. Who is suspected again in the next one has been for as long as lies
 * between two rounds: counted in rounds, because a clock may jump.
 *
 * @param suspected in the order of their keys
 */
public record Quarantine(List<AttachmentKey> suspected) {
    public static final Quarantine EMPTY = new Quarantine(List.of());

    public Quarantine {
        suspected = List.copyOf(suspected);
    }

    /** Those of {@code suspects} that were suspected in the last round, too. */
    public List<AttachmentKey> confirmed(Collection<AttachmentKey> suspects) {
        return suspected.stream().filter(suspects::contains).toList();
    }
}
