package io.github.terway4j.ports.in;

import io.github.terway4j.domain.fault.Fault;
import java.util.List;

/** What a check found. */
public sealed interface CheckOutcome {
    record AllThere() implements CheckOutcome {}

    /** These objects, in words, in the order in which they would be made. */
    record Missing(List<String> objects) implements CheckOutcome {
        public Missing {
            objects = List.copyOf(objects);
        }
    }

    /** No such attachment is known here. */
    record Unknown() implements CheckOutcome {}

    /** It could not be looked at. */
    record Unreadable(Fault why) implements CheckOutcome {}
}
