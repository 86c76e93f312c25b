package io.github.terway4j.features.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a full kernel is run for is there. Its turn comes with the profile full-kernel alone, so that its name is not that
 * of a test that every build runs.
 */
final class FullKernelCheck {
    private static final List<String> MISSED_ELSEWHERE = List.of(
            "dummy",
            "flower",
            "fq",
            "fq_codel",
            "hardware",
            "ipvlan",
            "netem",
            "nftables",
            "police",
            "prio",
            "skbedit",
            "vlan",
            "vrf");

    @Test
    void it_has_what_other_kernels_may_lack() throws Exception {
        var command = new ArrayList<>(List.of("bash", "kernel-features.sh"));
        command.addAll(MISSED_ELSEWHERE);
        var run = Programs.run("test", command, Map.of());
        run.printed().forEach(System.out::println);
        assertEquals(0, run.exitStatus(), () -> String.join("\n", run.printed()));
    }
}
