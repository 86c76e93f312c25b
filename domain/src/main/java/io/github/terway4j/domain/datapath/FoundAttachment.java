package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.List;

/**
 * An attachment of ours as the kernel alone shows it. Whose it is can be recognised, but not read: the link's name is a
 * digest of the pod's.
 *
 * @param addresses that routes of ours lead to through the link, in ascending order
 */
public record FoundAttachment(AttachmentKey key, LinkName hostLink, List<Ip> addresses) {
    public FoundAttachment {
        addresses = List.copyOf(addresses);
    }

    /** Whether it has what a pod has: an address, and not two of one family. */
    public boolean isWhole() {
        return !addresses.isEmpty()
                && addresses.stream().map(Ip::family).distinct().count() == addresses.size();
    }

    public boolean isOf(PodRef pod) {
        return hostLink.equals(VethNames.hostEnd(pod, key.interfaceName()));
    }
}
