package io.github.terway4j.app.throughput;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.netlink.NamespaceVisitor;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** iperf3(1), Debian's package of that name: a server for one test and a client, each in its namespace. */
final class Iperf3 implements Meter {
    private static final Path PROGRAM = Path.of("/usr/bin/iperf3");

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    @Override
    public String name() {
        return "iperf3";
    }

    @Override
    public double goodput(NetNs from, NetNs to, Ip address, Duration length) throws IOException {
        var server = start(to, List.of("--server", "--one-off", "--forceflush"));
        try {
            awaitListening(server);
            var client = start(
                    from,
                    List.of(
                            "--client",
                            address.toString(),
                            "--time",
                            Long.toString(Math.max(1, length.toSeconds())),
                            "--omit",
                            "1",
                            "--json"));
            return received(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            server.destroyForcibly();
        }
    }

    private static Process start(NetNs ns, List<String> arguments) {
        var command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(arguments);
        return NamespaceVisitor.in(
                ns, () -> new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static void awaitListening(Process server) throws IOException {
        var printed = server.inputReader(StandardCharsets.UTF_8);
        for (var line = printed.readLine(); line != null; line = printed.readLine()) {
            if (line.contains("Server listening")) {
                return;
            }
        }
        throw new IOException("iperf3 ended before it listened");
    }

    static double received(String report) throws IOException {
        if (Json.readObject(report).get("end") instanceof Map<?, ?> end
                && end.get("sum_received") instanceof Map<?, ?> sum
                && sum.get("bits_per_second") instanceof Number bits) {
            return bits.doubleValue();
        }
        throw new IOException("iperf3 told of no end: " + report);
    }
}
