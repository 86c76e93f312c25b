package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the alias of a link tells that stands in its pod's namespace and nowhere else, such as an IPvlan slave: all that
 * could be read off the host's end, if it had one.
 *
 * @param hostLink what the host's end would be called, by which the pod's name is recognised
 * @param addresses of the pod, in ascending order
 */
public record FarMark(AttachmentKey key, LinkName hostLink, List<Ip> addresses) {
    /** No link's name and no address has a space in it. */
    private static final String BETWEEN = " ";

    public FarMark {
        addresses = addresses.stream().distinct().sorted().toList();
    }

    static FarMark of(AttachmentKey key, PodRef pod, Collection<Ip> addresses) {
        return new FarMark(key, VethNames.hostEnd(pod, key.interfaceName()), List.copyOf(addresses));
    }

    public String alias() {
        var words = new ArrayList<>(List.of(Ownership.alias(key), hostLink.text()));
        addresses.forEach(ip -> words.add(ip.toString()));
        return String.join(BETWEEN, words);
    }

    /** What a link with this alias tells; empty if it is not one of ours, or has another end on its host. */
    public static Optional<FarMark> of(String alias) {
        var words = List.of(alias.split(BETWEEN, -1));
        if (words.size() < 2) {
            return Optional.empty();
        }
        try {
            var hostLink = new LinkName(words.get(1));
            var addresses = words.stream().skip(2).map(Ip::parse).toList();
            return Ownership.attachment(words.getFirst()).map(key -> new FarMark(key, hostLink, addresses));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
