package io.github.terway4j.features.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RoomsTest {
    @ParameterizedTest
    @EnumSource
    void every_room_named_in_a_rule_is_lived_in(Room room) {
        assertTrue(House.ours().isLivedIn(room), () -> room.path() + " is empty: rules that name it cannot fail");
    }

    @Test
    void a_room_that_everybody_has_left_counts_as_empty() {
        var house = House.crooked();
        assertTrue(house.isLivedIn(Room.CONFIG));
        assertFalse(house.without(List.of("app.config.KnowsTheSimulator", "app.config.IsInjected"))
                .isLivedIn(Room.CONFIG));
    }
}
