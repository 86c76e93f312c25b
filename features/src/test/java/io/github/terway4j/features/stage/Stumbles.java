package io.github.terway4j.features.stage;

import io.github.terway4j.app.wiring.RunningNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what an agent logs when one of its loops has met a mistake of ours and begins anew. */
final class Stumbles extends Handler {
    private static final Logger LOG = Logger.getLogger(RunningNode.class.getName());

    private final List<String> words = new CopyOnWriteArrayList<>();

    Stumbles() {
        LOG.addHandler(this);
    }

    List<String> words() {
        return List.copyOf(words);
    }

    @Override
    public void publish(LogRecord told) {
        if (told.getMessage().contains("stumbled")) {
            words.add(told.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
