package io.github.terway4j.adapters.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.EventReason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogChronicleTest {
    private static final EventReason REASON = EventReason.ALLOC_IP_SUCCEED;

    private final Logger logger = Logger.getLogger(LogChronicle.class.getName());
    private final Kept kept = new Kept();
    private final LogChronicle chronicle = new LogChronicle();

    LogChronicleTest() {
        logger.setUseParentHandlers(false);
        logger.addHandler(kept);
    }

    @AfterEach
    void close() {
        chronicle.close();
        logger.removeHandler(kept);
        logger.setUseParentHandlers(true);
    }

    @Test
    void what_was_told_before_the_end_is_written_in_its_order() {
        chronicle.node(REASON, "first");
        chronicle.pod(new PodRef("default", "web"), REASON, "second");
        chronicle.close();
        assertEquals(List.of(REASON.text() + ": first", "pod default/web " + REASON.text() + ": second"), kept.lines);
    }

    @Test
    void what_is_told_while_the_agent_ends_is_written_too() {
        chronicle.close();
        chronicle.node(REASON, "the last word");
        assertEquals(List.of(REASON.text() + ": the last word"), kept.lines);
    }

    private static final class Kept extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
