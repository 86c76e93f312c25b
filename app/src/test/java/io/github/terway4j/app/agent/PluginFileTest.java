package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.WiringConfig;
import io.github.terway4j.domain.datapath.SymmetricRouting;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.net.Cidr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFileTest {
    @TempDir
    Path folder;

    @Test
    void what_terways_own_plugin_is_told_the_agent_is_told() throws IOException {
        var wiring = wiring("{}", "10-terway.conf", """
                {"type":"terway","eniip_virtual_type":"IPVlan","host_stack_cidrs":["169.254.20.10/32"],
                 "symmetric_routing":true,"symmetric_routing_config":{"table_id":101,"backend":"iptables","comment":"any"}}""");
        assertEquals(VirtualType.IPVLAN, wiring.virtualType());
        assertEquals(List.of(Cidr.parse("169.254.20.10/32")), wiring.hostStackCidrs());
        assertEquals(Optional.of(101), wiring.symmetric().map(SymmetricRouting::table));
    }

    @Test
    void in_a_list_ours_is_read_and_no_other() throws IOException {
        var wiring = wiring("{}", "10-terway.conflist", """
                {"plugins":[{"type":"terway"},{"type":"another","symmetric_routing":true}]}""");
        assertEquals(Optional.empty(), wiring.symmetric());
    }

    @Test
    void the_list_goes_before_the_single_plugin() throws IOException {
        Files.writeString(folder.resolve("10-terway.conf"), "{\"type\":\"terway\",\"symmetric_routing\":true}");
        assertEquals(
                Optional.empty(),
                wiring("{}", "10-terway.conflist", "{\"plugins\":[{\"type\":\"terway\"}]}")
                        .symmetric());
    }

    @Test
    void what_both_say_and_not_the_same_is_refused_and_both_are_named() throws IOException {
        var problems = refused("{\"symmetric_routing\":false}", "{\"type\":\"terway\",\"symmetric_routing\":true}");
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains("eni_conf and true in 10-terway.conf"), problems::toString);
        refused("{\"eniip_virtual_type\":\"veth\"}", "{\"type\":\"terway\",\"eniip_virtual_type\":\"ipvlan\"}");
    }

    @Test
    void what_means_the_same_is_no_contradiction() throws IOException {
        var wiring = wiring(
                "{\"eniip_virtual_type\":\"veth\",\"symmetric_routing\":null,\"host_stack_cidrs\":[\"10.0.0.1/32\"]}",
                "10-terway.conf",
                "{\"type\":\"terway\",\"eniip_virtual_type\":\"DatapathV2\",\"symmetric_routing\":true,"
                        + "\"host_stack_cidrs\":[\"10.0.0.1/32\",\"10.0.0.2/32\"]}");
        assertEquals(VirtualType.VETH, wiring.virtualType());
        assertTrue(wiring.symmetric().isPresent());
        assertEquals(List.of(Cidr.parse("10.0.0.1/32"), Cidr.parse("10.0.0.2/32")), wiring.hostStackCidrs());
    }

    @Test
    void where_nothing_lies_beside_it_eni_conf_is_all_there_is() throws IOException {
        Files.writeString(folder.resolve("eni_conf"), "{\"symmetric_routing\":true}");
        assertTrue(accepted().symmetric().isPresent());
    }

    @Test
    void what_is_no_json_is_refused() throws IOException {
        refused("{}", "{");
    }

    private WiringConfig wiring(String conf, String name, String plugin) throws IOException {
        Files.writeString(folder.resolve("eni_conf"), conf);
        Files.writeString(folder.resolve(name), plugin);
        return accepted();
    }

    private WiringConfig accepted() {
        return assertInstanceOf(ConfigReading.Accepted.class, ConfigFile.read(folder.resolve("eni_conf"), ""))
                .config()
                .wiring();
    }

    private List<String> refused(String conf, String plugin) throws IOException {
        Files.writeString(folder.resolve("eni_conf"), conf);
        Files.writeString(folder.resolve("10-terway.conf"), plugin);
        return assertInstanceOf(ConfigReading.Refused.class, ConfigFile.read(folder.resolve("eni_conf"), ""))
                .problems();
    }
}
