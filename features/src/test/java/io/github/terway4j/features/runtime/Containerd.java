package io.github.terway4j.features.runtime;

import io.github.terway4j.domain.datapath.NetNs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The runtime's daemon, in the network namespace of a node. Its sandboxes outlive it; what it keeps is in its folder. */
final class Containerd {
    private final Path folder;
    private final ProcessBuilder command;
    private Process process;

    private Containerd(Path folder, ProcessBuilder command, Process process) {
        this.folder = folder;
        this.command = command;
        this.process = process;
    }

    /**
     * Does not wait until it takes calls.
     *
     * @param folder with its configuration {@code containerd.toml}, which names a socket and folders in this one alone
     * @param cniSocket where the CNI executable, which inherits this, finds its agent
     */
    static Containerd start(Path folder, NetNs node, Path cniSocket) {
        var command = new ProcessBuilder(
                        "nsenter",
                        "--net=" + node.path(),
                        "containerd",
                        "--config",
                        folder.resolve("containerd.toml").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("containerd.log").toFile()));
        command.environment().put("TERWAY_CNI_SOCKET", cniSocket.toString());
        return new Containerd(folder, command, started(command));
    }

    private static Process started(ProcessBuilder command) {
        try {
            return command.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path socket() {
        return folder.resolve("containerd.sock");
    }

    /** SIGKILL. Calls under way are answered by nobody. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Once more from the beginning. */
    void startAgain() {
        process = started(command);
    }

    /** Gives its sandboxes' processes a pause image, which no registry has. */
    void importImage(Path archive) {
        var outcome = run(
                "ctr",
                "--address",
                socket().toString(),
                "--namespace",
                "k8s.io",
                "images",
                "import",
                archive.toString());
        if (outcome != 0) {
            throw new IllegalStateException("containerd does not take " + archive + ": " + logEnd());
        }
    }

    private int run(String... words) {
        try {
            return started(new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                    folder.resolve("ctr.log").toFile())))
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", interrupted);
        }
    }

    /** Where its network namespaces have their names. */
    Path namespaceFolder() {
        return folder.resolve("state/io.containerd.grpc.v1.cri/netns");
    }

    /** Network namespaces that it keeps by a name. */
    List<Path> namespaces() {
        var kept = namespaceFolder();
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (var files = Files.list(kept)) {
            return files.sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The processes that stand between it and its sandboxes, of which each sandbox has one. */
    List<ProcessHandle> shims() {
        return ProcessHandle.allProcesses()
                .filter(one -> one.info()
                        .command()
                        .filter(name -> name.endsWith("containerd-shim-runc-v2"))
                        .isPresent())
                .toList();
    }

    String logEnd() {
        try (var lines = Files.lines(folder.resolve("containerd.log"))) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 5), all.size()));
        } catch (IOException unreadable) {
            return "(its log cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    /** It and every process of its sandboxes. */
    void end() {
        Stream.concat(Stream.of(process.toHandle()), shims().stream()).forEach(ProcessHandle::destroyForcibly);
    }
}
