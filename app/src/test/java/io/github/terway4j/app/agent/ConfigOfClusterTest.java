package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.adapters.ledger.FileConfigMemory;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.domain.node.NodeLabels;
import io.github.terway4j.ports.out.ConfigDirectory;
import io.github.terway4j.ports.out.ConfigLookup;
import io.github.terway4j.ports.out.ConfigText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigOfClusterTest {
    private static final ConfigLookup AWAY = new ConfigLookup.Unreadable("connection refused");

    private final HastyTasks tasks = new HastyTasks();

    @TempDir
    Path folder;

    @Test
    void who_begins_while_the_cluster_is_away_works_by_what_was_accepted_last() {
        var before = cluster(written("{\"max_pool_size\":7}")).first();
        var begun = tasks.instant();
        assertEquals(before, cluster(AWAY).first());
        assertTrue(Duration.between(begun, tasks.instant()).toSeconds() >= 5, "it has hoped for an answer");
    }

    @Test
    void an_answer_goes_before_what_was_remembered() {
        cluster(written("{\"max_pool_size\":7}")).first();
        var late = cluster(AWAY, written("{\"max_pool_size\":8}")).first();
        assertEquals(cluster(written("{\"max_pool_size\":8}")).first(), late);
    }

    @Test
    void what_was_refused_is_not_remembered() {
        var before = cluster(written("{\"max_pool_size\":7}")).first();
        assertInstanceOf(
                ConfigReading.Refused.class,
                cluster(written("{\"max_pool_size\":-1}")).first());
        assertEquals(before, cluster(AWAY).first());
    }

    @Test
    void keys_to_the_cloud_are_not_written_down() throws IOException {
        cluster(written("{\"access_key\":\"LTAI-mine\",\"access_secret\":\"whisper\",\"max_pool_size\":7}"))
                .first();
        var text = Files.readString(folder.resolve("config.seen"));
        assertTrue(text.contains("max_pool_size"), text);
        assertFalse(text.contains("LTAI-mine") || text.contains("whisper"), text);
    }

    @Test
    void what_is_written_for_the_runtime_in_the_same_configmap_counts() {
        var runtimes = Optional.of(new ConfigText("10-terway.conf of ConfigMap", """
                {"type":"terway","eniip_virtual_type":"ipvlan"}"""));
        var text = new ConfigText("ConfigMap", "{\"max_pool_size\":7}");
        var reading = cluster(new ConfigLookup.Written(NodeLabels.NONE, List.of(text), runtimes))
                .first();
        assertEquals(
                cluster(written("{\"max_pool_size\":7,\"eniip_virtual_type\":\"ipvlan\"}"))
                        .first(),
                reading);
        assertEquals(
                new ConfigReading.Refused(List.of("10-terway.conf of ConfigMap is no JSON: " + malformed("ipvlan"))),
                cluster(new ConfigLookup.Written(
                                NodeLabels.NONE,
                                List.of(text),
                                Optional.of(new ConfigText("10-terway.conf of ConfigMap", "ipvlan"))))
                        .first());
    }

    @Test
    void what_is_written_for_the_runtime_is_remembered_too() {
        var runtimes = Optional.of(new ConfigText("10-terway.conf of ConfigMap", """
                {"type":"terway","eniip_virtual_type":"ipvlan"}"""));
        var before = cluster(new ConfigLookup.Written(
                        NodeLabels.NONE, List.of(new ConfigText("ConfigMap", "{\"max_pool_size\":7}")), runtimes))
                .first();
        assertEquals(before, cluster(AWAY).first());
    }

    private static String malformed(String text) {
        return String.valueOf(
                assertThrows(JsonException.class, () -> Json.readObject(text)).getMessage());
    }

    private static ConfigLookup written(String text) {
        return new ConfigLookup.Written(NodeLabels.NONE, List.of(new ConfigText("ConfigMap", text)));
    }

    /** The last answer holds. */
    private ConfigOfCluster cluster(ConfigLookup... answers) {
        var coming = new ArrayDeque<>(List.of(answers));
        var directory = new ConfigDirectory() {
            @Override
            public ConfigLookup read() {
                return coming.size() > 1 ? coming.remove() : coming.element();
            }

            @Override
            public Optional<String> serviceCidrs() {
                return Optional.of("172.16.0.0/16");
            }
        };
        return new ConfigOfCluster(
                directory,
                new ConfigChoice.ConfigMap(),
                "",
                FileConfigMemory.open(folder.resolve("config.seen")),
                tasks);
    }
}
