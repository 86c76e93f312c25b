package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.app.usecase.DegradationSwitch;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigWatchTest {
    private ConfigReading file = reading("{\"max_pool_size\": 5}");
    private final DegradationSwitch degradation = new DegradationSwitch(Degradation.NONE);
    private final SystemTasks tasks = new SystemTasks();
    private final ToldNode told = new ToldNode();
    private final ConfigWatch watch = new ConfigWatch(
            assertInstanceOf(ConfigReading.Accepted.class, file).config(),
            _ -> file,
            config -> config.wiring().virtualType() == VirtualType.IPVLAN ? List.of("no IPvlan here") : List.of(),
            degradation,
            told,
            tasks);

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

    @Test
    void people_are_told_why_a_text_is_refused_once_for_each_change() {
        var refused = reading("{\"max_pool_size\": \"many\"}");
        after(refused);
        after(refused);
        assertEquals(1, told.events.size());
        assertTrue(
                told.events.getFirst().startsWith("ConfigError: the changed configuration is refused"),
                told.events::getFirst);
        assertTrue(told.events.getFirst().contains("max_pool_size"), told.events::getFirst);
    }

    @Test
    void who_has_another_configuration_begins_anew_when_it_is_still_so_at_the_next_look() {
        file = reading("{\"max_pool_size\": 6}");
        assertFalse(watch.look());
        assertTrue(watch.look());
        assertEquals(List.of("ConfigCheck: the configuration has changed; the agent begins anew by it"), told.events);
    }

    @Test
    void what_is_taken_back_in_time_ends_nobody() {
        after(reading("{\"max_pool_size\": 6}"));
        after(reading("{\"max_pool_size\": 5}"));
        assertFalse(watch.look());
    }

    @Test
    void what_goes_on_changing_is_waited_for() {
        for (int size = 6; size < 10; size++) {
            file = reading("{\"max_pool_size\": %d}".formatted(size));
            assertFalse(watch.look());
        }
        assertTrue(watch.look());
    }

    @Test
    void degradation_alone_ends_nobody() {
        after(reading("{\"max_pool_size\": 5, \"degradation\": \"l0\"}"));
        assertFalse(watch.look());
    }

    @Test
    void a_text_that_is_refused_ends_nobody() {
        after(reading("{\"max_pool_size\": 6}"));
        after(reading("{\"max_pool_size\": \"many\"}"));
        assertFalse(watch.look());
    }

    @Test
    void what_this_node_could_not_serve_a_pod_by_is_refused_as_a_whole() {
        after(reading("{\"max_pool_size\": 6, \"eniip_virtual_type\": \"ipvlan\"}"));
        assertFalse(watch.look());
        assertEquals(
                List.of("ConfigError: the changed configuration is refused, the one before holds: no IPvlan here"),
                told.events);
    }

    private static final class ToldNode implements Chronicle {
        private final List<String> events = new ArrayList<>();

        @Override
        public void pod(PodRef pod, EventReason reason, String message) {
            throw new UnsupportedOperationException(message);
        }

        @Override
        public void node(EventReason reason, String message) {
            events.add(reason.text() + ": " + message);
        }
    }
}
