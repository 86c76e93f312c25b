package io.github.terway4j.app.conflist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.net.Mtu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list to the letter. */
class ConflistTest {
    private static final Surroundings PLAIN = new Surroundings(new Mtu(1500), Policies.IN_FORCE, false);

    @Test
    void a_single_plugin_becomes_a_list_of_one() {
        assertEquals("""
                {"cniVersion":"0.4.0","name":"terway-chainer","plugins":[{"type":"terway"}]}""", made("""
                {"cniVersion":"0.4.0","name":"terway","type":"terway"}""", PLAIN));
    }

    @Test
    void datapathv2_is_ours_with_ciliums_behind_it_and_its_bandwidth_manager_sets_the_limits() {
        assertEquals("""
                {"cniVersion":"0.4.0","name":"terway-chainer","plugins":[\
                {"type":"terway","eniip_virtual_type":"datapathv2","bandwidth_mode":"edt"},\
                {"type":"cilium-cni","enable-debug":false,"log-file":"/var/run/cilium/cilium-cni.log",\
                "data-path":"datapathv2"}]}""", made("""
                {"cniVersion":"0.4.0","name":"terway","type":"terway","eniip_virtual_type":"DataPathV2"}""", PLAIN));
    }

    @ParameterizedTest
    @CsvSource({
        "veth,      ebpf,     '',    true",
        "veth,      ebpf,     false, true",
        "veth,      ebpf,     true,  false",
        "veth,      iptables, false, false",
        "ipvlan,    ebpf,     false, false",
        "datapathv2,iptables, true,  true"
    })
    void cilium_is_chained_where_it_has_policies_to_enforce_or_is_asked_for(
            String wiring, String provider, String disabled, boolean chained) {
        var template = "{\"type\":\"terway\",\"eniip_virtual_type\":\"%s\",\"network_policy_provider\":\"%s\"}"
                .formatted(wiring, provider);
        var node = new Surroundings(new Mtu(1500), Policies.ofDisabled(disabled), false);
        assertEquals(chained, made(template, node).contains("cilium-cni"));
    }

    @Test
    void host_ports_are_portmaps_and_what_the_operator_has_not_written_is_not_written_for_him() {
        assertEquals("""
                {"cniVersion":"1.0.0","name":"terway-chainer","plugins":[{"type":"terway"},\
                {"type":"portmap","capabilities":{"portMappings":true},"snat":true,"masqAll":true},{"type":"tuning"}]}""", made("""
                {"cniVersion":"1.0.0","name":"any","plugins":[{"type":"terway"},{"type":"tuning"}]}""", new Surroundings(new Mtu(1500), Policies.IN_FORCE, true)));
    }

    @Test
    void with_symmetric_routing_replies_go_back_as_they_came_and_nothing_is_masqueraded() {
        assertEquals("""
                {"cniVersion":"1.0.0","name":"terway-chainer","plugins":[{"type":"terway","symmetric_routing":true},\
                {"type":"portmap","capabilities":{"portMappings":true},"snat":true}]}""", made("""
                {"cniVersion":"1.0.0","name":"any","type":"terway","symmetric_routing":true}""", new Surroundings(new Mtu(1500), Policies.IN_FORCE, true)));
    }

    @Test
    void host_ports_before_cilium_are_masqueraded_since_it_takes_replies_past_the_host() {
        var made = made("""
                {"type":"terway","eniip_virtual_type":"datapathv2"}""", new Surroundings(new Mtu(1500), Policies.IN_FORCE, true));
        assertTrue(made.contains("\"snat\":true,\"masqAll\":true"), made);
        assertTrue(made.endsWith("\"data-path\":\"datapathv2\"}]}"), made);
    }

    @Test
    void what_is_there_is_not_added_again() {
        var list = """
                {"cniVersion":"0.4.0","name":"terway-chainer","plugins":[\
                {"type":"terway","eniip_virtual_type":"datapathv2","bandwidth_mode":"tc"},\
                {"type":"cilium-cni","data-path":"datapathv2"}]}""";
        assertEquals(list, made(list, PLAIN));
    }

    @Test
    void auto_mtu_is_the_nodes_where_none_is_written() {
        var jumbo = new Surroundings(new Mtu(8500), Policies.IN_FORCE, false);
        assertTrue(
                made("{\"type\":\"terway\",\"auto_mtu\":true}", jumbo).contains("{\"type\":\"terway\",\"mtu\":8500}"));
        assertTrue(made("{\"type\":\"terway\",\"auto_mtu\":true,\"mtu\":1400}", jumbo)
                .contains("\"mtu\":1400"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"bridge\"}",
                "{\"plugins\":[]}",
                "{\"plugins\":7}",
                "{\"plugins\":[7]}",
                "{\"plugins\":[{\"type\":\"portmap\"},{\"type\":\"terway\"}]}",
                "{\"type\":\"terway\",\"eniip_virtual_type\":\"vlan\"}"
            })
    void what_no_list_can_be_made_of_is_refused(String template) {
        assertThrows(IllegalArgumentException.class, () -> made(template, PLAIN));
    }

    private static String made(String template, Surroundings node) {
        return Json.write(Conflist.of(Json.readObject(template), node));
    }
}
