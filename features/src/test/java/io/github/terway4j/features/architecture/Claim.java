package io.github.terway4j.features.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** The claims of an architecture test: we keep the rule, and whoever does not is found out. */
final class Claim {
    private static final int MOST_SHOWN = 10;

    private Claim() {}

    /**
     * Our house keeps the rule. In the crooked house the rule objects to these classes, each by itself, and to no other.
     *
     * @param culprits by their names below the crooked house's root
     */
    static void weKeep(Function<House, ArchRule> rule, String... culprits) {
        var all = List.of(culprits);
        for (var culprit : all) {
            var others = all.stream().filter(other -> !other.equals(culprit)).toList();
            assertNotEquals(
                    List.of(),
                    House.crooked().without(others).objections(rule),
                    () -> "The rule has nothing against " + culprit + ".");
        }
        assertEquals(
                List.of(),
                House.crooked()
                        .without(all)
                        .objections(house -> rule.apply(house).allowEmptyShould(true)),
                "The rule objects to more than it should.");
        var ours = House.ours();
        var objections = ours.objections(rule);
        assertEquals(
                List.of(),
                objections.stream().limit(MOST_SHOWN).toList(),
                () -> "%s: %d objections".formatted(rule.apply(ours).getDescription(), objections.size()));
    }
}
