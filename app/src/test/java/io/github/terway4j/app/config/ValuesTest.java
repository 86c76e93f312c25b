package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.vswitch.VSwitchChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values with a meaning of their own. */
class ValuesTest {
    @ParameterizedTest
    @CsvSource({"ordered, ORDERED", "random, RANDOM", "most, MOST", "'', RANDOM"})
    void a_choice_of_vswitches_means_what_it_says(String text, VSwitchChoice choice) {
        assertEquals(choice, set("vswitch_selection_policy", text).vSwitches().choice());
    }

    @ParameterizedTest
    @CsvSource({"most_ips, MOST_IPS", "least_ips, LEAST_IPS", "'', MOST_IPS"})
    void the_next_eni_is_the_fullest_or_the_emptiest(String text, EniSelection selection) {
        assertEquals(selection, set("eni_selection_policy", text).pool().selection());
    }

    @ParameterizedTest
    @CsvSource({"crd, CRD", "preferCRD, PREFER_CRD", "'', NODE"})
    void the_pool_is_looked_after_by_the_node_or_the_controller(String text, IpamType type) {
        assertEquals(type, set("ipam_type", text).cluster().ipam());
    }

    @ParameterizedTest
    @CsvSource({"ipv4, 1", "dual, 2", "'', 1"})
    void a_stack_has_ipv4_first(String text, int families) {
        assertEquals(
                List.of(IpFamily.values()).subList(0, families),
                set("ip_stack", text).families());
    }

    /** Go cannot tell a zero from a value that is not set. */
    @Test
    void a_zero_where_none_makes_sense_is_the_default() {
        var config = Readings.config(
                "{\"eni_cap_ratio\": 0, \"max_eni\": 0, \"idle_ip_reclaim_after\": \"1h\", \"idle_ip_reclaim_batch_size\": 0}");
        assertEquals(Readings.config("{\"idle_ip_reclaim_after\": \"1h\"}"), config);
    }

    @Test
    void an_empty_text_is_not_set() {
        assertEquals(
                Optional.empty(),
                Readings.config("{\"region_id\": \"\"}").cloud().region());
    }

    @Test
    void a_tag_is_blocked_once() {
        var json = "{\"eni_tag_block_list\": [{\"key\": \"terway.alibabacloud.com/excluded\", \"value\": \"true\"}]}";
        assertEquals(2, Readings.config(json).eni().tagBlockList().size());
    }

    @Test
    void a_zone_without_vswitches_has_none() {
        var vSwitches = Readings.config("{\"vswitches\": {\"zone-a\": [\"vsw-1\"], \"zone-c\": []}}")
                .vSwitches();
        assertEquals(List.of(new VSwitchId("vsw-1")), vSwitches.in(new Zone("zone-a")));
        assertEquals(List.of(), vSwitches.in(new Zone("zone-b")));
        assertEquals(List.of(), vSwitches.in(new Zone("zone-c")));
    }

    @Test
    void what_is_hidden_stays_hidden_whatever_is_wrong_with_it() {
        var hidden = new Shape<String>("short", true, true, (value, parts) -> {
            throw new IllegalArgumentException(value + " is too long");
        });
        var problems = new ArrayList<String>();
        assertEquals(Optional.empty(), hidden.read("key", "s3cret", problems));
        assertEquals(List.of("key is (not shown) and must be short"), problems);
    }

    private static NodeConfig set(String key, String text) {
        return Readings.config("{\"%s\": \"%s\"}".formatted(key, text));
    }
}
