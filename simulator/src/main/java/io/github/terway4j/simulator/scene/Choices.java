package io.github.terway4j.simulator.scene;

import java.util.Collection;

/** Tells what could have been written, where something else was. */
final class Choices {
    private static final int SHOWN = 12;

    private Choices() {}

    /** All of them or, where there are many, those that begin most like what was written. */
    static String near(String written, Collection<String> names) {
        if (names.isEmpty()) {
            return "there is none";
        }
        var best = names.stream().mapToInt(name -> alike(written, name)).max().orElse(0);
        var shown = names.stream()
                .filter(name -> names.size() <= SHOWN || alike(written, name) == best)
                .sorted()
                .limit(SHOWN)
                .toList();
        return "there is %s%s".formatted(String.join(", ", shown), shown.size() < names.size() ? ", for example" : "");
    }

    /** How many letters they have in common before they part. */
    private static int alike(String one, String other) {
        int same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
