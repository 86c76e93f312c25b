package io.github.terway4j.features.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The programs below {@code deploy/} pass their own suites, and what they say last is printed. */
final class ProgramsInCTest {
    @Test
    void the_cni_executable_keeps_its_promises() throws Exception {
        assumeTools("make", "cc");
        passes("cni-shim");
    }

    @Test
    void the_floor_makes_a_pod_that_ip_can_see() throws Exception {
        assumeTools("make", "cc", "ip");
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces are root's to make");
        passes("bench");
    }

    @Test
    void a_suite_that_fails_is_found_out() throws Exception {
        assumeTools("make");
        assertEquals(
                2,
                Programs.run("cni-shim", List.of("make", "no-such-suite"), Map.of())
                        .exitStatus());
    }

    private static void passes(String folder) throws IOException, InterruptedException {
        var run = Programs.run(folder, List.of("make", "test"), Map.of());
        assertEquals(0, run.exitStatus(), () -> String.join("\n", run.printed()));
        System.out.println("deploy/" + folder + ": " + run.printed().getLast());
    }

    private static void assumeTools(String... programs) {
        for (var program : programs) {
            assumeTrue(Programs.isInstalled(program), "there is no program '" + program + "' here");
        }
    }
}
