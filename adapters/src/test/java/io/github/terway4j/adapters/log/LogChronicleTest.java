package io.github.terway4j.adapters.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.EventReason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogChronicleTest {
    private static final EventReason REASON = EventReason.ALLOC_IP_SUCCEED;

    private final KeptLog log = KeptLog.of(LogChronicle.class);
    private final LogChronicle chronicle = new LogChronicle();

    @AfterEach
    void close() {
        chronicle.close();
        log.close();
    }

    @Test
    void what_was_told_before_the_end_is_written_in_its_order() {
        chronicle.node(REASON, "first");
        chronicle.pod(new PodRef("default", "web"), REASON, "second");
        chronicle.close();
        assertEquals(List.of(REASON.text() + ": first", "pod default/web " + REASON.text() + ": second"), log.lines());
    }

    @Test
    void what_is_told_while_the_agent_ends_is_written_too() {
        chronicle.close();
        chronicle.node(REASON, "the last word");
        assertEquals(List.of(REASON.text() + ": the last word"), log.lines());
    }
}
