package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;

/**
 * What the alias of a moved link tells: for whom it left, and what it was called. The alias goes wherever the link goes,
 * also when its namespace dies, so the way back is known from the kernel alone.
 */
public record WayHome(AttachmentKey key, LinkName homeName) {
    /** No link's name has a space in it. */
    static final String BETWEEN = " from ";

    public String alias() {
        return Ownership.alias(key) + BETWEEN + homeName;
    }
}
