package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.usecase.DegradationSwitch;
import io.github.terway4j.domain.pool.Degradation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigWatchTest {
    private ConfigReading file = reading("{\"max_pool_size\": 5}");
    private final DegradationSwitch degradation = new DegradationSwitch(Degradation.NONE);
    private final SystemTasks tasks = new SystemTasks();
    private final ConfigWatch watch = new ConfigWatch(
            assertInstanceOf(ConfigReading.Accepted.class, file).config(), () -> file, degradation, tasks);

    private static ConfigReading reading(String json) {
        return NodeConfigReader.read(Json.readObject(json));
    }

    private Degradation after(ConfigReading changed) {
        file = changed;
        watch.look();
        return degradation.level();
    }

    @Test
    void a_level_holds_from_the_look_on_that_finds_it() {
        assertEquals(Degradation.NONE, after(file));
        assertEquals(Degradation.L0, after(reading("{\"max_pool_size\": 5, \"degradation\": \"l0\"}")));
        assertEquals(Degradation.L1, after(reading("{\"max_pool_size\": 9, \"degradation\": \"l1\"}")));
        assertEquals(Degradation.NONE, after(reading("{\"max_pool_size\": 5, \"degradation\": \"\"}")));
    }

    @Test
    void a_text_that_is_refused_changes_nothing() {
        after(reading("{\"degradation\": \"l0\"}"));
        assertEquals(Degradation.L0, after(reading("{\"degradation\": \"l7\"}")));
        assertEquals(Degradation.L0, after(new ConfigReading.Refused(List.of("it cannot be read"))));
    }
}
