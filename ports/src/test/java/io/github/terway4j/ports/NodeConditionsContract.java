package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link NodeConditions} promises. Each test has a node of its own. */
public interface NodeConditionsContract {
    NodeCondition DRY = NodeCondition.insufficientIp("vsw-a has no free address");
    NodeCondition DRIER = NodeCondition.insufficientIp("vsw-a and vsw-b have no free address");

    NodeConditions conditions();

    /** What people read last of the node's addresses, in words; empty when nobody has said anything. */
    Optional<String> shown();

    @Test
    default void of_what_nobody_has_said_anything_nothing_is_shown() {
        assertEquals(Optional.empty(), shown());
    }

    @Test
    default void what_was_said_is_shown_with_its_reason_and_its_words() {
        conditions().say(DRY);
        assertEquals(Optional.of("SufficientIP is False (InsufficientIP): vsw-a has no free address"), shown());
    }

    @Test
    default void other_words_take_the_place_of_the_first() {
        conditions().say(DRY);
        conditions().say(DRIER);
        assertEquals(Optional.of(DRIER.words()), shown());
    }

    @Test
    default void what_no_longer_holds_is_shown_no_longer() {
        conditions().say(DRY);
        conditions().say(NodeCondition.sufficientIp());
        assertEquals(Optional.of("SufficientIP is True (SufficientIP): node has sufficient IP"), shown());
    }

    @Test
    default void what_is_said_twice_is_still_so() {
        conditions().say(DRY);
        conditions().say(DRY);
        assertEquals(Optional.of(DRY.words()), shown());
    }
}
