package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.IpFamily;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A setting by its path.
 *
 * @param place a link's name, {@code all} or {@code default}
 */
record SettingKey(Setting setting, String place) {
    static final String ALL = "all";
    static final String DEFAULT = "default";

    private static final Pattern PER_LINK = Pattern.compile("net/(ipv[46])/conf/([^/]+)/([^/]+)");

    /** What a path below {@code /proc/sys} means; empty if there is no such setting. */
    static Optional<SettingKey> parse(String path) {
        if ("net/ipv4/ip_forward".equals(path)) {
            return Optional.of(new SettingKey(Setting.FORWARDING, ALL));
        }
        var match = PER_LINK.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        var family = "ipv4".equals(match.group(1)) ? IpFamily.V4 : IpFamily.V6;
        var place = match.group(2);
        return Setting.named(family, match.group(3)).map(setting -> new SettingKey(setting, place));
    }
}
