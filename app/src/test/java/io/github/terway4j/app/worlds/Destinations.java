package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/** Addresses and networks that mean something in a world, and some that do not. */
final class Destinations {
    private static final List<Integer> LENGTHS_V4 = List.of(32, 32, 24, 24, 25, 16, 0);
    private static final List<Integer> LENGTHS_V6 = List.of(128, 128, 96, 96, 97, 64, 0);

    private final Dice dice;
    private final Draft draft;

    Destinations(Dice dice, Draft draft) {
        this.dice = dice;
        this.draft = draft;
    }

    /** Mostly one of the cables' own, else one beside it. */
    Ip ip(IpFamily family) {
        var ip = dice.any(draft.ends()).ip(family);
        return switch (dice.number(0, 12)) {
            case 0 -> ip.plus(dice.number(1, 4));
            case 1 -> family == IpFamily.V4 ? Cidr.of(ip, 24).last() : ip.plus(7);
            case 2 -> family == IpFamily.V4 ? Ip.parse("127.0.0.1") : Ip.parse("::1");
            case 3 -> family == IpFamily.V4 ? Ip.parse("10.9.9.9") : Ip.parse("fd00::9:9:9");
            default -> ip;
        };
    }

    Cidr network(IpFamily family) {
        int length = dice.any(family == IpFamily.V4 ? LENGTHS_V4 : LENGTHS_V6);
        return Cidr.of(ip(family), length);
    }
}
