package io.github.terway4j.app.cli;

import io.github.terway4j.app.stage.HttpCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
    /** Whose ids are in the documentation. */
    private static final long SEED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            description = "Where to listen, 0 for any free port (default: ${DEFAULT-VALUE}).",
            defaultValue = "18080")
    private int port = 18_080;

    @Override
    public Integer call() throws InterruptedException {
        var address = Asked.of(spec, () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        try (var cloud = HttpCloud.open(address, SEED)) {
            cloud.describe(System.out);
            System.out.println("Ctrl-C ends it.");
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException refused) {
            spec.commandLine()
                    .getErr()
                    .println("terway cloud: %s cannot be had: %s".formatted(address, refused.getMessage()));
            return 1;
        }
    }
}
