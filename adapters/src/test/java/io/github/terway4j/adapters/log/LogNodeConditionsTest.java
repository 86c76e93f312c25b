package io.github.terway4j.adapters.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.NodeConditionsContract;
import io.github.terway4j.ports.out.NodeConditions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogNodeConditionsTest implements NodeConditionsContract {
    private final KeptLog log = KeptLog.of(LogNodeConditions.class);
    private final LogNodeConditions conditions = new LogNodeConditions();

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    public NodeConditions conditions() {
        return conditions;
    }

    @Override
    public Optional<String> shown() {
        return log.lines().reversed().stream().findFirst();
    }

    @Test
    void what_is_said_again_fills_no_log() {
        conditions.say(DRY);
        conditions.say(DRY);
        assertEquals(1, log.lines().size());
    }
}
