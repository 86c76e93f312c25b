package io.github.terway4j.features.onrealkernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cucumber.java.Before;
import io.github.terway4j.adapters.netlink.LinuxNamespaces;
import io.github.terway4j.adapters.netlink.NamespaceTraffic;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.features.stage.Machine;
import io.github.terway4j.features.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Chooses the kernel, where that can be done. */
public final class RealKernelSteps {
    /** Nobody else's, so that suites of two builds on one machine do not meet. */
    private static final String PREFIX =
            "terway4j-%d-".formatted(ProcessHandle.current().pid());

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Stage stage;

    public RealKernelSteps(Stage stage) {
        this.stage = stage;
    }

    @Before
    public void choose() {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "the real kernel is Linux, and this is none");
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces are root's to make");
        var kernel = new NetlinkKernel();
        stage.standsOn(new Machine(
                PREFIX,
                kernel,
                new LinuxNamespaces(),
                new NamespaceTraffic(Duration.ofSeconds(2)),
                List.of(),
                RealKernelSteps::await,
                kernel::close));
    }

    /** Nobody tells when a namespace has been cleaned up, so this looks now and then. */
    private static void await(BooleanSupplier done) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
