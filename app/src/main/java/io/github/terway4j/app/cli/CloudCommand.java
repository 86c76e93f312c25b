package io.github.terway4j.app.cli;

import io.github.terway4j.app.stage.HttpCloud;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway cloud}. */
@Command(
        name = "cloud",
        description =
                "Serves a simulated Alibaba Cloud until it is told to stop: ECS and VPC by their own HTTP protocol, for"
                        + " any client. On this machine only.")
final class CloudCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            description = "Where to listen, 0 for any free port (default: ${DEFAULT-VALUE}).",
            defaultValue = "18080")
    private int port = 18_080;

    @Option(
            names = "--scene",
            paramLabel = "FILE",
            description = "What it begins with; without one, two zones, three instances and an access key.")
    private Optional<Path> scene = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        var address = Asked.of(spec, () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        try (var cloud = Asked.of(spec, () -> open(address))) {
            cloud.describe(System.out);
            System.out.println("Ctrl-C ends it.");
            new CountDownLatch(1).await();
            return 0;
        } catch (UncheckedIOException refused) {
            spec.commandLine().getErr().println("terway cloud: " + refused.getMessage());
            return 1;
        }
    }

    private HttpCloud open(InetSocketAddress address) {
        return scene.map(file -> HttpCloud.of(file, address)).orElseGet(() -> HttpCloud.small(address));
    }
}
