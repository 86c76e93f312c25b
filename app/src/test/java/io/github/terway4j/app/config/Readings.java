package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.adapters.json.Json;
import java.util.List;

/** Reads texts the way the agent does, for tests. */
final class Readings {
    private Readings() {}

    static ConfigReading read(String json) {
        return NodeConfigReader.read(Json.readObject(json));
    }

    static NodeConfig config(String json) {
        var reading = read(json);
        return assertInstanceOf(ConfigReading.Accepted.class, reading, reading::toString)
                .config();
    }

    static List<String> warnings(String json) {
        var reading = read(json);
        return assertInstanceOf(ConfigReading.Accepted.class, reading, reading::toString)
                .warnings();
    }

    static List<String> problems(String json) {
        return assertInstanceOf(ConfigReading.Refused.class, read(json)).problems();
    }
}
