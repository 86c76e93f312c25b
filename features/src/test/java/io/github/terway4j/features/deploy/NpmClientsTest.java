package io.github.terway4j.features.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.app.stage.HttpCloud;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Clients in another language, which nobody here has written, find the simulated cloud to be what they know: the scripts
 * below {@code deploy/clients}. Their time is real time, some ten seconds each.
 */
final class NpmClientsTest {
    private static final String FOLDER = "clients";
    /** What npm says, in one way or another, where there is no network. */
    private static final Pattern NO_NETWORK = Pattern.compile(
            "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT");

    @BeforeEach
    void install() throws Exception {
        for (var program : List.of("node", "npm")) {
            assumeTrue(Programs.isInstalled(program), "there is no program '" + program + "' here");
        }
        var run = Programs.run(FOLDER, List.of("npm", "install"), Map.of());
        var words = String.join("\n", run.printed());
        assumeFalse(
                run.exitStatus() != 0 && NO_NETWORK.matcher(words).find(),
                "the clients cannot be fetched, there is no network:\n" + words);
        assertEquals(0, run.exitStatus(), words);
    }

    @Test
    void pop_core_finds_its_way_by_rpc_signatures() throws Exception {
        passes("pop-core.mjs");
    }

    @Test
    void the_typed_sdk_finds_its_way_by_whatever_signatures_it_likes() throws Exception {
        passes("ecs20140526.mjs");
    }

    @Test
    void a_script_that_finds_no_cloud_is_found_out() throws Exception {
        var nowhere = Map.of("TERWAY_CLOUD", "http://127.0.0.1:1");
        assertNotEquals(
                0,
                Programs.run(FOLDER, List.of("node", "pop-core.mjs"), nowhere).exitStatus());
    }

    private static void passes(String script) throws Exception {
        try (var cloud = HttpCloud.small(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var there = Map.of("TERWAY_CLOUD", "http://" + cloud.authority());
            var run = Programs.run(FOLDER, List.of("node", script), there);
            assertEquals(0, run.exitStatus(), () -> String.join("\n", run.printed()));
            System.out.println("deploy/%s/%s: %s"
                    .formatted(FOLDER, script, run.printed().getLast().strip()));
        }
    }
}
