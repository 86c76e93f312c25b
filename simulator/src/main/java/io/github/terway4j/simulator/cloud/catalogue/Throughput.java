package io.github.terway4j.simulator.cloud.catalogue;

/**
 * What the network of an instance carries.
 *
 * @param rxKbps "InstanceBandwidthRx"
 * @param txKbps "InstanceBandwidthTx"
 * @param rxPps "InstancePpsRx"
 * @param txPps "InstancePpsTx"
 */
public record Throughput(long rxKbps, long txKbps, long rxPps, long txPps) {
    static final Throughput SMALL = both(2_000_000, 300_000);

    /** As much in as out. */
    static Throughput both(long kbps, long pps) {
        return new Throughput(kbps, kbps, pps, pps);
    }
}
