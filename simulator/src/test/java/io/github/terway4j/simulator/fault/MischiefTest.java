package io.github.terway4j.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.world.World;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MischiefTest {
    private static final int OCCASIONS = 2_000;

    /** At which occasions it struck. */
    private static List<Integer> throttled(List<FaultKind> kinds, FaultChoice choice) {
        try (var world = new World(3)) {
            var mischief = new Mischief(world, kinds, choice);
            return IntStream.range(0, OCCASIONS)
                    .filter(occasion -> {
                        mischief.strikes(FaultKind.LATE);
                        return mischief.strikes(FaultKind.THROTTLED);
                    })
                    .boxed()
                    .toList();
        }
    }

    @Test
    void a_fault_strikes_about_as_often_as_its_chance_says() {
        var expected = OCCASIONS * FaultKind.THROTTLED.chance();
        var struck = throttled(List.of(FaultKind.THROTTLED), FaultChoice.ALL).size();
        assertTrue(struck > expected / 2 && struck < expected * 2, () -> struck + " of " + expected);
    }

    @Test
    void one_kind_strikes_as_it_would_have_without_another() {
        assertEquals(
                throttled(List.of(FaultKind.THROTTLED), FaultChoice.ALL),
                throttled(List.of(FaultKind.values()), FaultChoice.ALL));
    }

    @Test
    void a_fault_that_is_named_is_passed_over_and_no_other_is() {
        var all = throttled(List.of(FaultKind.THROTTLED), FaultChoice.ALL);
        var second = new FaultName(FaultKind.THROTTLED, 2);
        assertEquals(
                Stream.concat(all.stream().limit(1), all.stream().skip(2)).toList(),
                throttled(List.of(FaultKind.THROTTLED), new FaultChoice.AllBut(List.of(second))));
        assertEquals(
                List.of(all.get(1)), throttled(List.of(FaultKind.THROTTLED), new FaultChoice.Only(List.of(second))));
    }

    @Test
    void it_counts_what_struck_and_only_that() {
        try (var world = new World(3)) {
            var mischief = new Mischief(
                    world,
                    List.of(FaultKind.THROTTLED),
                    new FaultChoice.AllBut(List.of(FaultName.parse("throttled.1"))));
            var struck = IntStream.range(0, OCCASIONS)
                    .filter(_ -> mischief.strikes(FaultKind.THROTTLED))
                    .count();
            assertEquals(struck, mischief.counts().get(FaultKind.THROTTLED));
            assertEquals(struck, mischief.count());
            assertEquals("throttled.2", mischief.struck().getFirst().toString());
            mischief.calm();
            assertFalse(IntStream.range(0, OCCASIONS).anyMatch(_ -> mischief.strikes(FaultKind.THROTTLED)));
        }
    }

    @Test
    void names_are_read_as_they_are_written() {
        for (var kind : FaultKind.values()) {
            var name = new FaultName(kind, 17);
            assertEquals(name, FaultName.parse(name.toString()));
        }
        assertThrows(IllegalArgumentException.class, () -> FaultName.parse("crash"));
        assertThrows(IllegalArgumentException.class, () -> FaultName.parse("crash.0"));
        assertThrows(IllegalArgumentException.class, () -> FaultName.parse("landslide.1"));
    }
}
