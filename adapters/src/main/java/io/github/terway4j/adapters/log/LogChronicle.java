package io.github.terway4j.adapters.log;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A line in the log for each event. */
public final class LogChronicle implements Chronicle {
    private static final Logger LOG = System.getLogger(LogChronicle.class.getName());

    @Override
    public void pod(PodRef pod, EventReason reason, String message) {
        LOG.log(level(reason), () -> "pod " + pod + " " + reason.text() + ": " + message);
    }

    @Override
    public void node(EventReason reason, String message) {
        LOG.log(level(reason), () -> reason.text() + ": " + message);
    }

    private static Level level(EventReason reason) {
        return reason.warning() ? Level.WARNING : Level.INFO;
    }
}
