package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What an example cannot do without. Where a kernel lacks it, it is skipped and says so; a full kernel lacks nothing. */
final class AskedOfTheKernel {
    private static final boolean NOTHING_MAY_BE_MISSING = System.getenv("TERWAY4J_FULL_KERNEL") != null;

    private AskedOfTheKernel() {}

    static void needs(boolean there, String otherwise) {
        if (!there) {
            System.out.println(otherwise);
        }
        assertTrue(there || !NOTHING_MAY_BE_MISSING, () -> "not skipped under a full kernel: " + otherwise);
        assumeTrue(there, otherwise);
    }
}
