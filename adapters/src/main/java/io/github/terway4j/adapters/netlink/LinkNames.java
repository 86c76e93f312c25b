package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.LinkMessages.SeenLink;
import io.github.terway4j.domain.net.LinkName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names behind the indexes by which other objects speak of links. */
final class LinkNames {
    private final Map<Integer, LinkName> byIndex;

    private LinkNames(Map<Integer, LinkName> byIndex) {
        this.byIndex = byIndex;
    }

    static LinkNames of(List<SeenLink> links) {
        var byIndex = new HashMap<Integer, LinkName>();
        links.forEach(seen -> byIndex.put(seen.link().index(), seen.link().name()));
        return new LinkNames(byIndex);
    }

    /** For who looks for what concerns this link and nothing else. */
    static LinkNames only(int index, LinkName name) {
        return new LinkNames(Map.of(index, name));
    }

    static LinkNames none() {
        return new LinkNames(Map.of());
    }

    /** Empty for a link that came later, and for one whose name we cannot say. */
    Optional<LinkName> name(int index) {
        return Optional.ofNullable(byIndex.get(index));
    }
}
