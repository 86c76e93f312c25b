package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What tests against the kernel need of the machine that runs them. */
final class RealKernel {
    private RealKernel() {}

    static void assumeThere() {
        obstacle().ifPresent(RealKernel::skip);
    }

    /** Why no test can speak to the kernel here. */
    static Optional<String> obstacle() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("this is not Linux");
        }
        return isRoot() ? Optional.empty() : Optional.of("network namespaces are root's to make");
    }

    /** Ends the test, and says why. */
    static void skip(String obstacle) {
        if (mayMissNothing()) {
            fail("not skipped, because nothing may be missing under a full kernel: " + obstacle);
        }
        abort("skipped: " + obstacle);
    }

    /** In the guest of {@code deploy/test/full-kernel.sh}, which was started so that nothing is skipped. */
    static boolean mayMissNothing() {
        return System.getenv("TERWAY4J_FULL_KERNEL") != null;
    }

    private static boolean isRoot() {
        try {
            return Files.readString(Path.of("/proc/self/status")).contains("\nUid:\t0\t");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
