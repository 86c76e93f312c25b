package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.node.NodeLabels;
import io.github.terway4j.ports.out.ConfigText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigTextsTest {
    private static final NodeLabels EXCLUSIVE = new NodeLabels(Map.of(NodeLabels.EXCLUSIVE, "eniOnly"));

    private static ConfigReading read(NodeLabels labels, String mode, String... texts) {
        return ConfigTexts.read(
                List.of(texts).stream()
                        .map(text -> new ConfigText("here", text))
                        .toList(),
                labels,
                mode,
                Optional.of("172.21.0.0/20"),
                PluginFile.NONE);
    }

    private static NodeConfig accepted(ConfigReading reading) {
        return assertInstanceOf(ConfigReading.Accepted.class, reading).config();
    }

    private static List<String> problems(ConfigReading reading) {
        return assertInstanceOf(ConfigReading.Refused.class, reading).problems();
    }

    @Test
    void what_is_otherwise_on_one_node_is_merged_into_what_all_have() {
        var merged = read(
                NodeLabels.NONE,
                "",
                "{\"max_pool_size\": 5, \"min_pool_size\": 1, \"eni_tags\": {\"a\": \"1\", \"b\": \"2\"}}",
                "{\"max_pool_size\": 9, \"min_pool_size\": null, \"eni_tags\": {\"b\": null}}");
        var whole = read(NodeLabels.NONE, "", "{\"max_pool_size\": 9, \"eni_tags\": {\"a\": \"1\"}}");
        assertEquals(accepted(whole), accepted(merged));
    }

    @Test
    void a_node_s_label_decides_its_mode_whatever_else_is_said() {
        assertEquals(
                DaemonMode.ENI_ONLY,
                accepted(read(EXCLUSIVE, "ENIMultiIP", "{}")).mode());
        assertEquals(
                DaemonMode.ENI_ONLY,
                accepted(read(EXCLUSIVE, "", "{\"daemon_mode\": \"ENIMultiIP\"}"))
                        .mode());
    }

    @Test
    void a_flag_and_a_text_that_do_not_agree_are_refused() {
        assertEquals(
                1,
                problems(read(NodeLabels.NONE, "VPC", "{\"daemon_mode\": \"ENIOnly\"}"))
                        .size());
    }

    @Test
    void service_addresses_are_the_cluster_s_unless_somebody_has_written_others() {
        assertEquals(
                List.of(Cidr.parse("172.21.0.0/20")),
                accepted(read(NodeLabels.NONE, "", "{}")).serviceCidrs());
        assertEquals(
                List.of(Cidr.parse("172.21.0.0/20")),
                accepted(read(NodeLabels.NONE, "", "{\"service_cidr\": \"\"}")).serviceCidrs());
        assertEquals(
                List.of(Cidr.parse("10.0.0.0/16")),
                accepted(read(NodeLabels.NONE, "", "{\"service_cidr\": \"10.0.0.0/16\"}"))
                        .serviceCidrs());
    }

    @Test
    void one_text_that_is_none_and_one_value_that_makes_no_sense_refuse_the_whole() {
        assertTrue(problems(read(NodeLabels.NONE, "", "{}", "max_pool_size: 5"))
                .getFirst()
                .startsWith("here is no JSON"));
        assertTrue(problems(read(NodeLabels.NONE, "", "{\"max_pool_size\": 5}", "{\"max_pool_size\": \"many\"}"))
                .getFirst()
                .startsWith("max_pool_size"));
    }

    @Test
    void a_node_that_is_not_ours_is_refused_before_anything_is_read() {
        var label = new NodeLabels(Map.of("k8s.aliyun.com/ignore-by-terway", "true"));
        assertEquals(label.obstacles(), problems(read(label, "", "no JSON")));
    }
}
