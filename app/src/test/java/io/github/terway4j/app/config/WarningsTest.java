package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"max_pol_size\": 5}          | max_pol_size is not known and has no effect; did you mean max_pool_size?",
                "{\"maxPoolSize\": 5}           | maxPoolSize is not known and has no effect; did you mean max_pool_size?",
                "{\"security-groups\": []}      | security-groups is not known and has no effect; did you mean security_groups?",
                "{\"min_enis\": 5}              | min_enis is not known and has no effect; did you mean min_eni?",
                "{\"ax_pool_siz\": 5}           | ax_pool_siz is not known and has no effect; did you mean max_pool_size?",
                "{\"colour\": \"s3cret\"}       | colour is not known and has no effect",
                "{\"hot_plug\": \"true\"}       | hot_plug no longer has an effect; Terway dropped it after v1.0",
                "{\"enable_eip_pool\": \"true\"} | enable_eip_pool no longer has an effect; Terway dropped it after v1.9.5",
                "{\"allow_eip_rob\": \"true\"}  | allow_eip_rob no longer has an effect; Terway dropped it after v1.9.5",
                "{\"enable_eip_migrate\": true} | enable_eip_migrate no longer has an effect; Terway dropped it after v1.9",
                "{\"eni_cap_policy\": \"preferTrunk\"} | eni_cap_policy no longer has an effect; Terway dropped it after v1.10.0",
                "{\"wait_trunk_eni\": true}     | wait_trunk_eni no longer has an effect; Terway dropped it after v1.7",
                "{\"disable_security_group_check\": true} | disable_security_group_check no longer has an effect; Terway dropped it after v1.7",
                "{\"min_eni\": 1, \"min_pool_size\": 1, \"max_pool_size\": 1} | min_pool_size has no effect, since min_eni says how many addresses stand ready",
                "{\"idle_ip_reclaim_batch_size\": 3} | idle_ip_reclaim_after is not set, so that idle addresses are never reclaimed",
                "{\"ipv4_prefix_count\": 3}     | enable_ip_prefix is not true, so that ipv4_prefix_count has no effect",
                "{\"ipv6_prefix_count\": 1} | ipv6_prefix_count has no effect: it is for nodes without IPv4, and here every node has it",
                "{\"warm_prefix_target\": 3}    | enable_ip_prefix is not true, so that warm_prefix_target has no effect",
                "{\"eni_tags\": {\"creator\": \"me\"}} | eni_tags gives the tag creator the value \"me\", but it is always \"terway\"",
                "{\"rate_limit\": {\"GetNodeInfoForPod\": 9}} | rate_limit.GetNodeInfoForPod has no effect: terway4j does not call it",
                "{\"access_key\": \"i\", \"access_secret\": \"s\", \"credential_path\": \"/p\"} | credential_path has no effect, since access_key is set",
                "{\"daemon_mode\": \"VPC\", \"eniip_virtual_type\": \"ipvlan\"} | daemon_mode is VPC, so that eniip_virtual_type has no effect: there is no ENI to share",
                "{\"host_stack_cidrs\": [\"fd00::/64\"]} | host_stack_cidrs has fd00::/64, which has no effect: pods get only [V4]"
            })
    void what_may_have_been_meant_otherwise_is_told(String json, String warning) {
        assertEquals(List.of(warning), Readings.warnings(json));
    }

    @Test
    void nothing_is_told_of_what_terway_ships() {
        assertEquals(List.of(), Readings.warnings("""
                {"version": "1", "max_pool_size": 5, "min_pool_size": 0, "credential_path": "/var/addon/token-config",
                 "ip_stack": "ipv4", "service_cidr": "10.96.0.0/12", "ipam_type": "crd", "security_group": "",
                 "security_groups": [], "vswitches": {}, "eni_tags": {"creator": "terway"},
                 "access_key": "", "access_secret": "", "min_eni": 0, "vswitch_selection_policy": "ordered",
                 "resource_group_id": "", "enable_eni_trunking": true}
                """));
    }

    @Test
    void warnings_come_in_the_order_of_the_text() {
        var warnings = Readings.warnings("{\"zzz\": 1, \"aaa\": 1}");
        assertTrue(warnings.getFirst().startsWith("zzz"), warnings.toString());
    }
}
