package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import java.util.List;

/** Draws settings: of all links, of those to come, and of one. */
final class OddSettings {
    private static final List<String> WORDS_V4 =
            List.of("forwarding", "forwarding", "rp_filter", "rp_filter", "accept_local", "route_localnet");
    private static final List<String> WORDS_V6 = List.of("forwarding", "forwarding", "disable_ipv6");

    private final Dice dice;

    OddSettings(Dice dice) {
        this.dice = dice;
    }

    KernelObject setting(End end) {
        boolean v4 = dice.coin();
        var word = dice.any(v4 ? WORDS_V4 : WORDS_V6);
        var place =
                dice.any(List.of("all", "default", end.link().text(), end.link().text(), "lo"));
        int values = word.equals("rp_filter") ? 3 : 2;
        return new KernelObject.Sysctl(
                end.ns(),
                "net/%s/conf/%s/%s".formatted(v4 ? "ipv4" : "ipv6", place, word),
                Integer.toString(dice.number(0, values)));
    }
}
