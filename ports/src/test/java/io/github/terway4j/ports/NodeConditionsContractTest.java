package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class NodeConditionsContractTest {
    @Test
    void who_shows_the_first_word_for_ever_breaks_what_is_said_of_later_ones() {
        assertEquals(
                Set.of("other_words_take_the_place_of_the_first()", "what_no_longer_holds_is_shown_no_longer()"),
                brokenBy(Obstinate.class));
    }

    @Test
    void who_shows_nothing_keeps_only_the_promise_of_nothing() {
        var broken = brokenBy(Blank.class);
        assertEquals(4, broken.size(), broken::toString);
    }

    static final class Obstinate implements NodeConditionsContract {
        private Optional<String> first = Optional.empty();

        @Override
        public NodeConditions conditions() {
            return condition -> first = first.or(() -> Optional.of(condition.words()));
        }

        @Override
        public Optional<String> shown() {
            return first;
        }
    }

    static final class Blank implements NodeConditionsContract {
        @Override
        public NodeConditions conditions() {
            return NodeCondition::words;
        }

        @Override
        public Optional<String> shown() {
            return Optional.empty();
        }
    }
}
