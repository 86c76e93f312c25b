package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 20_000,
            value = {
                "{\"max_pool_size\": \"5\"}                 | max_pool_size is \"5\" and must be a whole number, 0 or more",
                "{\"max_pool_size\": \"\"}                  | max_pool_size is \"\" and must be a whole number, 0 or more",
                "{\"max_pool_size\": -1}                    | max_pool_size is -1 and must be a whole number, 0 or more",
                "{\"max_pool_size\": 2147483648}            | max_pool_size is 2147483648 and must be a whole number, 0 or more",
                "{\"max_pool_size\": 5.0}                   | max_pool_size is 5.0 and must be a whole number, 0 or more",
                "{\"min_pool_size\": 3, \"max_pool_size\": 2} | min_pool_size is 3 and max_pool_size is 2: watermarks need 0 <= min <= max, but got min 3 and max 2",
                "{\"min_pool_size\": 3}                     | min_pool_size is 3 and max_pool_size is not set: watermarks need 0 <= min <= max, but got min 3 and max 0",
                "{\"min_eni\": 3, \"max_eni\": 2}           | min_eni is 3 and max_eni is 2; min_eni must not be more than max_eni, unless that is 0",
                "{\"min_eni\": -1}                          | min_eni is -1 and must be a whole number, 0 or more",
                "{\"eni_cap_ratio\": -0.5}                  | eni_cap_ratio is -0.5 and must be a number, 0 or more",
                "{\"eni_cap_ratio\": 1e999}                 | eni_cap_ratio is 1E+999 and must be a number, 0 or more",
                "{\"ip_pool_sync_period\": \"soon\"}        | ip_pool_sync_period is \"soon\" and must be a duration such as 120s or 1h30m, more than 0s: it is no number with a unit (ns, us, ms, s, m or h), or several of them",
                "{\"ip_pool_sync_period\": \"0s\"}          | ip_pool_sync_period is \"0s\" and must be a duration such as 120s or 1h30m, more than 0s: it is too short",
                "{\"ip_pool_sync_period\": 120}             | ip_pool_sync_period is 120 and must be a duration such as 120s or 1h30m, more than 0s",
                "{\"ip_cooldown\": \"-1s\"}                 | ip_cooldown is \"-1s\" and must be a duration such as 120s or 1h30m, 0s or more: it is too short",
                "{\"idle_ip_reclaim_jitter_factor\": 0.1}   | idle_ip_reclaim_jitter_factor is 0.1 and must be a number in quotes, such as \"0.1\"",
                "{\"idle_ip_reclaim_jitter_factor\": \"x\"} | idle_ip_reclaim_jitter_factor is \"x\" and must be a number in quotes, such as \"0.1\"",
                "{\"vswitch_selection_policy\": \"best\"}   | vswitch_selection_policy is \"best\" and must be ordered or random or most",
                "{\"eni_selection_policy\": \"MOST_IPS\"}   | eni_selection_policy is \"MOST_IPS\" and must be most_ips or least_ips",
                "{\"warm_ip_target\": 3, \"max_pool_size\": 5} | warm_ip_target is 3 and max_pool_size is 5: what stands ready is said by one of warm_ip_target, warm_prefix_target, warm_eni_target, or by the watermarks min_eni, min_pool_size, max_pool_size, not by several",
                "{\"warm_ip_target\": 3, \"warm_eni_target\": 1} | warm_ip_target is 3 and warm_eni_target is 1: what stands ready is said by one of warm_ip_target, warm_prefix_target, warm_eni_target, or by the watermarks min_eni, min_pool_size, max_pool_size, not by several",
                "{\"degradation\": \"l2\"}              | degradation is \"l2\" and must be l0 or l1",
                "{\"degradation\": \"L0\"}              | degradation is \"L0\" and must be l0 or l1",
                "{\"eniip_virtual_type\": \"bridge\"}     | eniip_virtual_type is \"bridge\" and must be veth, datapathv2 or ipvlan: case does not matter",
                "{\"symmetric_routing_config\": {\"mark\": 3, \"mask\": 1}} | symmetric_routing_config.mark is 3 and mask is 1 and table_id is not set and rule_priority is not set: mark 0x3 has bits outside its mask 0x1",
                "{\"symmetric_routing_config\": {\"rule_priority\": 512}} | symmetric_routing_config.mark is not set and mask is not set and table_id is not set and rule_priority is 512: priority 512 is not between 512 and 2048",
                "{\"host_stack_cidrs\": \"10.0.0.0/8\"}   | host_stack_cidrs is \"10.0.0.0/8\" and must be a list, each of it a block",
                "{\"host_stack_cidrs\": [\"10.0.0.1/8\"]} | host_stack_cidrs[0] is \"10.0.0.1/8\" and must be a block: 10.0.0.1/8 has bits set beyond its length: its network is 10.0.0.0/8",
                "{\"host_stack_cidrs\": [\"0.0.0.0/0\"]}  | host_stack_cidrs has 0.0.0.0/0: no pod would reach anything but its host",
                "{\"daemon_mode\": \"ENI\"}                | daemon_mode is \"ENI\" and must be ENIMultiIP or VPC or ENIOnly",
                "{\"daemon_mode\": \"VPC\", \"ipam_type\": \"crd\"} | daemon_mode is VPC and ipam_type is set: the addresses of a node's own block are looked after by the node itself",
                "{\"ip_stack\": \"ipv6\"}                   | ip_stack is \"ipv6\" and must be ipv4 or dual, since a shared ENI has an IPv4 address of its own",
                "{\"ipam_type\": \"CRD\"}                   | ipam_type is \"CRD\" and must be crd or preferCRD",
                "{\"enable_erdma\": \"true\"}               | enable_erdma is \"true\" and must be true or false",
                "{\"vswitches\": [\"vsw-1\"]}               | vswitches is [\"vsw-1\"] and must be an object, for each zone a list, each of it the id of a vSwitch",
                "{\"vswitches\": {\"zone-a\": \"vsw-1\"}}   | vswitches.zone-a is \"vsw-1\" and must be a list, each of it the id of a vSwitch",
                "{\"vswitches\": {\" \": [\"vsw-1\"]}}      | vswitches has a zone without a name",
                "{\"security_groups\": [\"sg-a\", \"\"]}    | security_groups[1] is \"\" and must be the id of a security group",
                "{\"security_groups\": [null]}              | security_groups[0] is null and must be the id of a security group",
                "{\"eni_tags\": {\"a\": 1}}                 | eni_tags.a is 1 and must be a text",
                "{\"eni_tag_block_list\": [{\"key\": \"a\"}]} | eni_tag_block_list[0].value is missing",
                "{\"extra_routes\": [{\"dst\": \"10.0.0.0/8\", \"via\": \"a\"}]} | extra_routes[0].via is not known",
                "{\"rate_limit\": {\"AttachNetworkInterface\": 0}} | rate_limit.AttachNetworkInterface is 0 and must be a whole number from 1 to 100000",
                "{\"rate_limit\": {\"AttachNetworkInterface\": 2147483647}} | rate_limit.AttachNetworkInterface is 2147483647 and must be a whole number from 1 to 100000",
                "{\"rate_limit\": {\"AttachNetworkInterfaces\": 9}} | rate_limit.AttachNetworkInterfaces names no API that is called; did you mean AttachNetworkInterface?",
                "{\"rate_limit\": {\"DescribeWeather\": 9}} | rate_limit.DescribeWeather names no API that is called",
                "{\"ipv6_prefix_count\": 2}                 | ipv6_prefix_count is 2 and must be a whole number from 0 to 1",
                "{\"service_cidr\": \"10.96.0.1/12\"}       | service_cidr is \"10.96.0.1/12\" and must be an IPv4 block, or one block of each family with a comma between: 10.96.0.1/12 has bits set beyond its length: its network is 10.96.0.0/12",
                "{\"service_cidr\": \"10.0.0.0/8,11.0.0.0/8\"} | service_cidr is \"10.0.0.0/8,11.0.0.0/8\" and must be an IPv4 block, or one block of each family with a comma between: there are two blocks of one family",
                "{\"service_cidr\": \"fd00::/108\"}         | service_cidr is \"fd00::/108\" and must be an IPv4 block, or one block of each family with a comma between: there is no IPv4 block",
                "{\"access_key\": \"id\"}                   | access_key and access_secret must be given together, but only access_key is there",
                "{\"access_key\": \"id\", \"access_secret\": \"\"} | access_key and access_secret must be given together, but only access_key is there",
                "{\"access_secret\": \"s3cret\"}            | access_key and access_secret must be given together, but only access_secret is there"
            })
    void a_bad_value_is_refused_with_its_key_and_what_is_allowed(String json, String problem) {
        assertEquals(List.of(problem), Readings.problems(json));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertEquals(
                List.of(
                        "max_pool_size is \"x\" and must be a whole number, 0 or more",
                        "enable_erdma is 1 and must be true or false",
                        "ip_stack is \"v4\" and must be ipv4 or dual, or with daemon_mode VPC also ipv6"),
                Readings.problems(
                        "{\"ip_stack\": \"v4\", \"enable_erdma\": 1, \"max_pool_size\": \"x\", \"min_pool_size\": 7}"));
    }

    @Test
    void every_wrong_part_of_a_value_is_told() {
        assertEquals(
                List.of(
                        "vswitches.zone-a[0] is 1 and must be the id of a vSwitch",
                        "vswitches.zone-a[2] is 2 and must be the id of a vSwitch",
                        "vswitches.zone-b is {} and must be a list, each of it the id of a vSwitch"),
                Readings.problems("{\"vswitches\": {\"zone-a\": [1, \"vsw-1\", 2], \"zone-b\": {}}}"));
    }

    @Test
    void ten_security_groups_are_allowed_under_both_keys_together_and_eleven_are_not() {
        var nine = "\"security_groups\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"";
        assertEquals(
                10,
                Readings.config("{\"security_group\": \"0\", %s, \"0\"]}".formatted(nine))
                        .eni()
                        .securityGroups()
                        .size());
        assertEquals(
                List.of("security_group and security_groups name 11 groups together; an ENI can have at most 10"),
                Readings.problems("{\"security_group\": \"0\", %s, \"10\"]}".formatted(nine)));
    }

    @Test
    void eighteen_tags_are_allowed_beside_those_that_name_the_instance_and_the_call_and_more_are_not() {
        assertEquals(18, Readings.config(tags(17)).eni().tags().size());
        assertEquals(
                List.of("eni_tags, eni_tag_filter and the tag creator are 19 tags; an ENI can have at most 18"),
                Readings.problems(tags(18)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"eni_tag_filter\": {\"creator\": \"me\"}} | eni_tag_filter wants creator=me, but ENIs are made with creator=terway: none of them would be used",
                "{\"eni_tags\": {\"a\": \"1\"}, \"eni_tag_filter\": {\"a\": \"2\"}} | eni_tag_filter wants a=2, but ENIs are made with a=1: none of them would be used",
                "{\"eni_tag_block_list\": [{\"key\": \"creator\", \"value\": \"terway\"}]} | eni_tag_block_list has creator=terway, but ENIs are made with it: none of them would be used",
                "{\"eni_tags\": {\"terway4j/instance\": \"i-1\"}} | the tag terway4j/instance is the agent's own and stands neither in eni_tags nor in eni_tag_filter",
            })
    void tags_by_which_no_eni_that_is_made_would_be_ours_are_refused(String json, String problem) {
        assertEquals(List.of(problem), Readings.problems(json));
    }

    private static String tags(int count) {
        var tags = new StringBuilder();
        for (int i = 0; i < count; i++) {
            tags.append(i == 0 ? "" : ", ").append("\"tag-%d\": \"\"".formatted(i));
        }
        return "{\"eni_tags\": {%s}}".formatted(tags);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_key\": [\"s3cret\"], \"access_secret\": {\"a\": \"s3cret\"}}",
                "{\"access_secret\": \"s3cret\"}",
                "{\"access_key\": \"id\", \"access_secret\": \"s3cret\", \"max_pool_size\": -1}"
            })
    void no_problem_shows_a_secret(String json) {
        assertFalse(Readings.problems(json).toString().contains("s3cret"));
    }

    @Test
    void a_configuration_shows_no_secret() {
        var config = Readings.config("{\"access_key\": \"s3cret\", \"access_secret\": \"s3cret\"}");
        assertFalse(config.toString().contains("s3cret"), config.toString());
    }

    @Test
    void a_long_value_is_cut_short() {
        var problem = Readings.problems("{\"region_id\": [\"%s\"]}".formatted("x".repeat(1000)))
                .getFirst();
        assertEquals("region_id is [\"%s… and must be a text".formatted("x".repeat(118)), problem);
    }
}
