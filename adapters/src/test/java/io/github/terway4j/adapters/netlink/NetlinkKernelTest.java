package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.KernelContract;
import io.github.terway4j.ports.KernelFeature;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kernel that runs these tests keeps the promises. */
final class NetlinkKernelTest implements KernelContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final NetlinkKernel KERNEL = new NetlinkKernel();

    @BeforeAll
    static void root() {
        RealKernel.assumeThere();
    }

    @AfterAll
    static void let_the_threads_go() {
        KERNEL.close();
    }

    @Override
    public Kernel kernel() {
        return KERNEL;
    }

    @Override
    public Namespaces namespaces() {
        return new LinuxNamespaces();
    }

    @Override
    public Traffic traffic() {
        return new NamespaceTraffic(PATIENCE);
    }

    @Override
    public void needs(KernelFeature feature) {
        KernelFeatures.missing(List.of(feature.word())).ifPresent(RealKernel::skip);
    }

    /** The kernel empties a namespace that has died some time later. */
    @Override
    public void eventually(BooleanSupplier soIt) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!soIt.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "it should have come true within " + PATIENCE);
        }
    }
}
