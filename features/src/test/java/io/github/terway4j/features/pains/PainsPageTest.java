package io.github.terway4j.features.pains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PainsPageTest {
    /** Those of addresses, capacity, the cloud and the agent. */
    private static final List<Integer> PAINS =
            IntStream.rangeClosed(1, 42).boxed().toList();

    private static final int AT_LEAST = 25;

    @Test
    void at_least_twenty_five_pains_are_told_by_scenarios() {
        var told = byPain(Told.all());
        assertTrue(PAINS.containsAll(told.keySet()), told.keySet()::toString);
        assertTrue(told.size() >= AT_LEAST, told.keySet()::toString);
    }

    @Test
    void every_scenario_has_the_same_pains_in_its_tags_and_in_its_title() {
        assertEquals(
                List.of(), Told.all().stream().filter(told -> !told.agrees()).toList());
    }

    @Test
    void the_page_names_every_pain_once_and_each_with_its_scenarios() throws IOException {
        var page = PainsPage.read().scenarios();
        assertEquals(PAINS, List.copyOf(page.keySet()));
        var told = byPain(Told.all());
        PAINS.forEach(pain -> assertEquals(told.getOrDefault(pain, List.of()), page.get(pain), "pain " + pain));
    }

    @Test
    void a_title_with_another_number_than_its_tag_is_found_out() {
        var crooked = Told.of("a.feature", List.of("  @pain-2 @slow", "  Scenario Outline: It rains (pain 3)"))
                .toList();
        assertEquals(List.of(new Told("a.feature", "It rains", List.of(2), List.of(3))), crooked);
        assertFalse(crooked.getFirst().agrees());
    }

    @Test
    void a_number_without_a_tag_and_a_tag_without_a_number_are_found_out() {
        var titles = Told.of(
                        "a.feature",
                        List.of("@pain-2", "Example: It rains", "", "Scenario: It snows (pain 3)", "Example: Sunshine"))
                .toList();
        assertEquals(
                List.of("It rains", "It snows"),
                titles.stream().map(Told::title).toList());
        assertTrue(titles.stream().noneMatch(Told::agrees));
    }

    @Test
    void a_row_of_the_page_is_read_with_all_its_scenarios() {
        var page = PainsPage.of(List.of(
                "| 3 | What | [1](https://x) | `a.feature`: One, two; `b.feature`: Three: four | How |",
                "| 4 | What | – | – | How |"));
        assertEquals(
                List.of("a.feature: One, two", "b.feature: Three: four"),
                page.scenarios().get(3));
        assertEquals(List.of(), page.scenarios().get(4));
    }

    private static Map<Integer, List<String>> byPain(List<Told> all) {
        var byPain = new TreeMap<Integer, List<String>>();
        all.forEach(told -> told.tagged()
                .forEach(pain ->
                        byPain.computeIfAbsent(pain, _ -> new ArrayList<>()).add(told.file() + ": " + told.title())));
        return byPain;
    }
}
