package io.github.terway4j.adapters.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what a class tells its logger, and keeps it from everybody else, until it is closed. */
final class KeptLog implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger logger;

    private KeptLog(Logger logger) {
        this.logger = logger;
    }

    static KeptLog of(Class<?> teller) {
        var kept = new KeptLog(Logger.getLogger(teller.getName()));
        kept.logger.setUseParentHandlers(false);
        kept.logger.addHandler(kept.handler);
        return kept;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }
}
