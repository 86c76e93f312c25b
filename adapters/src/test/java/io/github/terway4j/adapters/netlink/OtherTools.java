package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs {@code ip} and {@code tc}, which know the kernel from elsewhere than we do. */
final class OtherTools {
    private OtherTools() {}

    static void assumeThere() {
        RealKernel.assumeThere();
        if (!installed("ip") || !installed("tc")) {
            RealKernel.skip("the programs ip and tc are not installed");
        }
    }

    /** What {@code ip -n NS words} says; it must succeed. */
    static String ip(NetNs ns, String words) {
        return run("ip", ns, words);
    }

    static String tc(NetNs ns, String words) {
        return run("tc", ns, words);
    }

    static String ip(String words) {
        return run(split("ip " + words));
    }

    /** A thousand bytes in a UDP datagram, sent from there. */
    static void send(NetNs ns, Ip to) {
        run(List.of(
                "ip",
                "netns",
                "exec",
                Path.of(ns.path()).getFileName().toString(),
                "bash",
                "-c",
                "printf %%01000d 0 > /dev/udp/%s/9".formatted(to)));
    }

    private static String run(String program, NetNs ns, String words) {
        return run(split(program + " -n " + Path.of(ns.path()).getFileName() + " " + words));
    }

    private static List<String> split(String words) {
        return new ArrayList<>(List.of(words.split(" ")));
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + output);
            return output;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(String.join(" ", command), failure);
        }
    }

    private static boolean installed(String program) {
        try {
            return new ProcessBuilder(program, "-V").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
