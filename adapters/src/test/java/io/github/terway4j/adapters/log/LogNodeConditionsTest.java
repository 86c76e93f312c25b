package io.github.terway4j.adapters.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.NodeConditionsContract;
import io.github.terway4j.ports.out.NodeConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogNodeConditionsTest implements NodeConditionsContract {
    private final Logger logger = Logger.getLogger(LogNodeConditions.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler kept = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final LogNodeConditions conditions = new LogNodeConditions();

    LogNodeConditionsTest() {
        logger.setUseParentHandlers(false);
        logger.addHandler(kept);
    }

    @AfterEach
    void close() {
        logger.removeHandler(kept);
        logger.setUseParentHandlers(true);
    }

    @Override
    public NodeConditions conditions() {
        return conditions;
    }

    @Override
    public Optional<String> shown() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
    }

    @Test
    void what_is_said_again_fills_no_log() {
        conditions.say(DRY);
        conditions.say(DRY);
        assertEquals(1, lines.size());
    }
}
