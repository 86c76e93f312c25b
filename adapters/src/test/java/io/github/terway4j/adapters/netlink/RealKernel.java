package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests against the kernel need of the machine that runs them. */
final class RealKernel {
    private RealKernel() {}

    static void assumeThere() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: this is not Linux");
        assumeTrue(isRoot(), "skipped: network namespaces are root's to make");
    }

    private static boolean isRoot() {
        try {
            return Files.readString(Path.of("/proc/self/status")).contains("\nUid:\t0\t");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
