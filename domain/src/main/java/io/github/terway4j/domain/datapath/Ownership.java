package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.Optional;

/**
 * How we know our own objects again from the kernel alone, with every memory lost: routes and rules by their protocol
 * number, links by their alias, links about to be deleted by their group.
 */
public final class Ownership {
    /** {@code RTPROT_} and {@code FRA_PROTOCOL} of our routes and rules; unassigned in iproute2's rt_protos. */
    public static final int PROTOCOL = 84;

    /** The link group of retired links. */
    public static final int RETIRED_GROUP = 0x7e84;

    /** The alias of links of ours that serve all pods of a node and belong to no attachment. */
    public static final String NODE_ALIAS = "terway4j";

    private static final String ALIAS_PREFIX = "terway4j:";

    private Ownership() {}

    /** The alias of the host's end of an attachment. */
    public static String alias(AttachmentKey key) {
        return ALIAS_PREFIX + key.containerId() + "/" + key.interfaceName();
    }

    /** The attachment that a link with this alias belongs to; empty if it is not one of ours. */
    public static Optional<AttachmentKey> attachment(String alias) {
        var slash = alias.lastIndexOf('/');
        if (!alias.startsWith(ALIAS_PREFIX) || slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AttachmentKey(
                    alias.substring(ALIAS_PREFIX.length(), slash), new LinkName(alias.substring(slash + 1))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** What the alias of hardware tells that was lent to an attachment of ours; empty if it is not that. */
    public static Optional<WayHome> moved(String alias) {
        int between = alias.lastIndexOf(WayHome.BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        try {
            var homeName = new LinkName(alias.substring(between + WayHome.BETWEEN.length()));
            return attachment(alias.substring(0, between)).map(key -> new WayHome(key, homeName));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
