package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.NetNs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Other people's tools, run in a namespace: what they print is what an inspector would see. */
final class Shell {
    private Shell() {}

    static boolean has(String program) {
        return !run(List.of("sh", "-c", "PATH=$PATH:/usr/sbin:/sbin command -v " + program))
                .isBlank();
    }

    /** What it prints, and what it complains of. */
    static String in(NetNs ns, String command) {
        return run(new ArrayList<>(
                List.of("nsenter", "--net=" + ns.path(), "sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; " + command)));
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
