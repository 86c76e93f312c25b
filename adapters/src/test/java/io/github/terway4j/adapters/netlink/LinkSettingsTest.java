package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kernel tells of a link's settings is what stands in their files. */
final class LinkSettingsTest {
    private static final String OFF = "net/ipv6/conf/lo/disable_ipv6";

    private final NetlinkKernel kernel = new NetlinkKernel();
    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private NetNs ns = new NetNs("none");

    @BeforeAll
    static void root() {
        RealKernel.assumeThere();
    }

    @BeforeEach
    void create() {
        ns = namespaces.create("tw4j-link-settings-" + ProcessHandle.current().pid());
    }

    @AfterEach
    void delete() {
        namespaces.delete(ns);
        kernel.close();
    }

    private void set(String key, String value) {
        assertInstanceOf(
                KernelOutcome.Applied.class, kernel.apply(List.of(new KernelStep.Make(new Sysctl(ns, key, value)))));
    }

    private String inItsFile(String key) {
        var seen = assertInstanceOf(Observation.Seen.class, kernel.observe(ns, List.of(key)));
        return seen.state().sysctls().getOrDefault(key, "absent");
    }

    private boolean isSo(String key, String value) {
        try (var conversation = new Conversation(new Doorkeeper(List.of()))) {
            return LinkSettings.isSo(conversation.with(ns), new Sysctl(ns, key, value));
        }
    }

    @Test
    void a_setting_that_differs_is_written_and_then_known_to_be_so() {
        for (var value : List.of("1", "0", "1")) {
            assertFalse(isSo(OFF, value));
            set(OFF, value);
            assertTrue(isSo(OFF, value));
            assertEquals(value, inItsFile(OFF));
        }
    }

    @Test
    void every_setting_that_is_read_this_way_is_read_from_its_own_place() {
        for (var name : List.of("forwarding", "accept_ra", "disable_ipv6")) {
            var key = "net/ipv6/conf/lo/" + name;
            for (var value : List.of("0", "1")) {
                set(key, value);
                assertTrue(isSo(key, value), key);
                assertFalse(isSo(key, value.equals("0") ? "1" : "0"), key);
            }
        }
    }

    @Test
    void of_a_link_that_is_not_there_nothing_is_known() {
        assertFalse(isSo("net/ipv6/conf/nobody/disable_ipv6", "0"));
    }
}
