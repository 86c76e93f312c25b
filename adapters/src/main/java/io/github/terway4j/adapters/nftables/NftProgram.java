package io.github.terway4j.adapters.nftables;

import io.github.terway4j.domain.datapath.NetNs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The program {@code nft} (nft(8)), run in a namespace with a script on its stdin. */
final class NftProgram {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/nft"), Path.of("/sbin/nft"), Path.of("/usr/bin/nft"));

    private NftProgram() {}

    sealed interface Answer {
        record Said(String text) implements Answer {}

        record Refused(String text) implements Answer {}

        record NoProgram() implements Answer {}
    }

    static Answer in(NetNs ns, String script) {
        return program().map(nft -> run(ns, nft, script)).orElseGet(Answer.NoProgram::new);
    }

    private static Optional<Path> program() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private static Answer run(NetNs ns, Path nft, String script) {
        var command = List.of("/usr/bin/nsenter", "--net=" + own(ns), nft.toString(), "-f", "-");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var stdin = process.getOutputStream()) {
                stdin.write((script + "\n").getBytes(StandardCharsets.UTF_8));
            }
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? new Answer.Said(text) : new Answer.Refused(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while nft ran", interrupted);
        }
    }

    /** {@code /proc/self} would be the child's, by the time that it is opened. */
    private static String own(NetNs ns) {
        return ns.path()
                .replace("/proc/self/", "/proc/" + ProcessHandle.current().pid() + "/");
    }
}
