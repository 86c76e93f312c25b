package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class MeterContractTest {
    @Test
    void who_counts_everything_together_breaks_what_is_said_of_each() {
        assertEquals(
                Set.of(
                        "each_time_counts_once_and_for_itself_alone()",
                        "another_end_is_counted_by_itself()",
                        "of_what_many_tell_at_once_nothing_is_lost()"),
                brokenBy(Heap.class));
    }

    @Test
    void who_hears_nothing_keeps_only_the_promise_of_nothing() {
        assertTrue(brokenBy(Deaf.class).contains("a_clock_that_was_set_back_harms_nothing()"));
    }

    static final class Heap implements MeterContract {
        private long count;

        @Override
        public Meter meter() {
            return _ -> {
                synchronized (this) {
                    count++;
                }
            };
        }

        @Override
        public long heard(Measurement measurement) {
            return count;
        }
    }

    static final class Deaf implements MeterContract {
        @Override
        public Meter meter() {
            return Meter.NONE;
        }

        @Override
        public long heard(Measurement measurement) {
            return 0;
        }
    }
}
