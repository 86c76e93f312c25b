package io.github.terway4j.app.stage;

import java.time.Duration;
import java.util.Map;

/**
 * What the runtime gets back from one call.
 *
 * @param object what was printed
 */
public record CniAnswer(int exitStatus, Map<String, Object> object, Duration took) {
    public boolean succeeded() {
        return exitStatus == 0;
    }

    /** The error's message and details, or nothing. */
    public String error() {
        return succeeded() ? "" : object.getOrDefault("msg", "") + ": " + object.getOrDefault("details", "");
    }
}
