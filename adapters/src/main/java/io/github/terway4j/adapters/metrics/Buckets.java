package io.github.terway4j.adapters.metrics;

/** Where the columns of histograms end. */
final class Buckets {
    /** Terway's, for what runtimes ask. */
    static final double[] RPC_MILLIS = {
        50, 100, 200, 400, 800, 1600, 3200, 6400, 12800, 25600, 26600, 27600, 29600, 33600, 41600, 57600, 89600, 110000,
        120000
    };

    /** Terway's, for calls to the cloud. */
    static final double[] OPENAPI_MILLIS = {
        50, 100, 200, 400, 800, 1600, 3200, 6400, 12800, 13800, 14800, 16800, 20800, 28800, 44800
    };

    /** Terway's, for metadata. */
    static final double[] METADATA_MILLIS = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

    /** Terway's, for turns. */
    static final double[] TURN_MILLIS = {
        200, 400, 800, 1600, 3200, 6400, 12800, 13800, 14800, 16800, 20800, 28800, 44800
    };

    /** A pod is wired in some milliseconds, and waits for the cloud some seconds. */
    static final double[] POD_SECONDS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 110};

    static final double[] CALL_SECONDS = {0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25};

    static final double[] ROUND_SECONDS = {0.01, 0.05, 0.2, 1, 5, 15, 60, 300};

    static final double[] KERNEL_SECONDS = {0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2};

    private Buckets() {}
}
