package io.github.terway4j.adapters.cni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.in.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a call brings along of what was made before. */
class PreviousResultTest {
    private static final String WHOLE = """
            ,"prevResult":{"cniVersion":"1.1.0","interfaces":[
              {"name":"eth0","mac":"02:00:00:00:00:77"},
              {"name":"eth0","mac":"02:00:00:00:00:02","mtu":1400,"sandbox":"/var/run/netns/cni-1"}],
            "ips":[{"address":"10.0.1.20/24","interface":1},{"address":"10.0.1.99/24","interface":0},
              {"address":"192.168.0.1/32"}]}""";

    private final FakeNode node = new FakeNode();

    @Test
    void check_hears_of_the_pods_own_interface_and_of_no_other() {
        assertEquals(0, ask("CHECK", "1.1.0", WHOLE).exitStatus());
        assertEquals(
                new Told.Link(
                        List.of(Ip.parse("10.0.1.20")),
                        Optional.of(Mac.parse("02:00:00:00:00:02")),
                        Optional.of(new Mtu(1400))),
                node.told);
    }

    @Test
    void what_a_result_leaves_out_nobody_was_told() {
        assertEquals(0, ask("CHECK", "0.4.0", """
                ,"prevResult":{"interfaces":[{"name":"eth0","sandbox":"0a1b2c"}]}""").exitStatus());
        assertEquals(new Told.Link(List.of(), Optional.empty(), Optional.empty()), node.told);
    }

    @Test
    void a_result_without_the_pods_interface_is_told_from_none() {
        assertEquals(0, ask("CHECK", "1.0.0", """
                ,"prevResult":{"interfaces":[{"name":"net1","sandbox":"/var/run/netns/cni-1"}]}""").exitStatus());
        assertEquals(new Told.OtherLinks(), node.told);
        assertEquals(0, ask("CHECK", "1.0.0", "").exitStatus());
        assertEquals(new Told.Nothing(), node.told);
    }

    @Test
    void a_result_that_makes_no_sense_is_refused_by_its_key() {
        refused("prevResult.ips[0].address", "\"ips\":[{\"address\":\"10.0.1.20\",\"interface\":0}]");
        refused("prevResult.interfaces[0].mac", "\"interfaces\":[{\"name\":\"eth0\",\"sandbox\":\"x\",\"mac\":\"?\"}]");
        refused("prevResult.interfaces[0]", "\"interfaces\":[7]");
        refused("prevResult.cniVersion", "\"cniVersion\":\"0.2.0\"");
    }

    private void refused(String key, String result) {
        var all = "\"interfaces\":[{\"name\":\"eth0\",\"sandbox\":\"x\"}]";
        var more = ",\"prevResult\":{%s}".formatted(result.startsWith("\"interfaces") ? result : all + "," + result);
        var reply = ask("CHECK", "1.0.0", more);
        assertTrue(reply.body().contains("\"code\":7") && reply.body().contains(key), reply::body);
    }

    @Test
    void an_older_result_is_passed_on_in_the_callers_version() {
        var reply = ask("ADD", "1.0.0", """
                ,"prevResult":{"cniVersion":"0.4.0","ips":[{"version":"4","address":"192.168.0.1/32"}]}""");
        assertTrue(reply.body().contains("{\"address\":\"192.168.0.1/32\"}"), reply::body);
        assertEquals("1.0.0", Json.readObject(reply.body()).get("cniVersion"));
    }

    @Test
    void a_newer_result_gets_its_families_back() {
        var reply = ask("ADD", "0.4.0", """
                ,"prevResult":{"cniVersion":"1.0.0","ips":[{"address":"fd00::9/128"}]}""");
        assertTrue(reply.body().contains("{\"address\":\"fd00::9/128\",\"version\":\"6\"}"), reply::body);
    }

    @Test
    void name_servers_are_those_of_the_plugin_before_us_else_the_runtimes_else_the_configurations() {
        var configured = ",\"dns\":{\"nameservers\":[\"10.0.0.1\"]}";
        var runtimes = ",\"runtimeConfig\":{\"dns\":{\"nameservers\":[\"10.0.0.2\"]}}";
        var previous = ",\"prevResult\":{\"dns\":{\"nameservers\":[\"10.0.0.3\"]}}";
        assertEquals("[10.0.0.1]", nameservers(configured));
        assertEquals("[10.0.0.2]", nameservers(configured + runtimes));
        assertEquals("[10.0.0.3]", nameservers(configured + runtimes + previous));
    }

    private String nameservers(String more) {
        var object = Json.readObject(ask("ADD", "1.0.0", more).body());
        return object.get("dns") instanceof Map<?, ?> dns ? String.valueOf(dns.get("nameservers")) : "none";
    }

    private CniReply ask(String command, String version, String more) {
        return node.door()
                .answer(Calls.call(command, Calls.config(version, more)), Optional.of(new NetNs("/proc/self/fd/7")));
    }
}
