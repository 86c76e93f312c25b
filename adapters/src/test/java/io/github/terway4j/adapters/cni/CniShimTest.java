package io.github.terway4j.adapters.cni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.in.AttachRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CNI executable itself against the real socket: what a runtime sees. */
class CniShimTest {
    private static final Path SOURCE = Path.of("../deploy/cni-shim");
    private static final Path BUILT = Path.of("target/cni-shim");

    @TempDir
    private Path directory;

    private final FakeNode node = new FakeNode();

    /** What the executable printed, and how it ended. */
    private record Ended(int status, String stdout, String stderr) {}

    @BeforeAll
    static void build() throws Exception {
        for (var tool : List.of("make", "gcc")) {
            if (!isThere(tool)) {
                var reason = "skipped: no %s to build the CNI executable with".formatted(tool);
                System.out.println(reason);
                Assumptions.abort(reason);
            }
        }
        Files.createDirectories(BUILT);
        for (var file : List.of("Makefile", "terway.c")) {
            Files.copy(SOURCE.resolve(file), BUILT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var made = run(List.of("make", "-C", BUILT.toString(), "terway"), Map.of(), "");
        assertEquals(0, made.status(), made.stderr());
    }

    @Test
    void add_and_del_succeed() throws Exception {
        try (var _ = serve(node)) {
            var added = shim("ADD", Calls.config("1.0.0", ""));
            assertEquals(0, added.status(), added.stdout());
            assertTrue(added.stdout().contains("\"address\":\"10.0.1.20/24\""), added.stdout());
            assertTrue(added.stdout().contains("\"sandbox\":\"/proc/self/ns/net\""), added.stdout());
            assertEquals(new Ended(0, "{\"cniVersion\":\"1.0.0\"}", ""), shim("DEL", Calls.config("1.0.0", "")));
        }
        assertEquals(2, node.asked.size());
        assertTrue(
                node.asked.getFirst() instanceof AttachRequest request
                        && request.netns().path().startsWith("/proc/self/fd/"),
                node.asked::toString);
    }

    @Test
    void an_error_is_printed_on_stdout_and_ends_with_one() throws Exception {
        try (var _ = serve(node)) {
            assertEquals(
                    new Ended(
                            1,
                            "{\"cniVersion\":\"1.0.0\",\"code\":1,\"msg\":\"cniVersion 1.0.0 does not know the command STATUS\","
                                    + "\"details\":\"it is known from 1.1.0 on\"}",
                            ""),
                    shim("STATUS", Calls.config("1.0.0", "")));
        }
    }

    @Test
    void without_an_agent_it_is_try_again_later() throws Exception {
        var ended = shim("ADD", Calls.config("1.0.0", ""));
        assertEquals(1, ended.status());
        assertTrue(ended.stdout().contains("\"code\":11,"), ended.stdout());
    }

    private CniServer serve(FakeNode node) throws IOException {
        return CniServer.open(
                socket(),
                (int) Files.getAttribute(directory, "unix:uid"),
                node.deeds(),
                InstantSource.fixed(FakeNode.NOW),
                CniLimits.usual());
    }

    private Path socket() {
        return directory.resolve("cni.socket");
    }

    private Ended shim(String command, String stdin) throws Exception {
        var environment = Calls.environment(command);
        environment.put("CNI_NETNS", "/proc/self/ns/net");
        environment.put("TERWAY_CNI_SOCKET", socket().toString());
        return run(List.of(BUILT.resolve("terway").toString()), environment, stdin);
    }

    private static boolean isThere(String tool) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    private static Ended run(List<String> command, Map<String, String> environment, String stdin) throws Exception {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(stdin.getBytes(StandardCharsets.UTF_8));
        }
        var stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var stderr = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), stdout, stderr);
    }
}
