package io.github.terway4j.app.throughput;

import io.github.terway4j.app.bench.Sample;
import io.github.terway4j.domain.net.IpFamily;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much crosses a shaped link one way.
 *
 * @param limit in bits per second of frames, as the kernel counts them: with their Ethernet headers
 * @param goodput payload of TCP that arrived, in bits per second; of the simulated kernel as much as its frames carry
 * @param unshaped the goodput of a link beside it that has no shaper; infinite in the simulated kernel
 */
public record BandwidthMeasure(
        String kernel, IpFamily family, String direction, double limit, double goodput, double unshaped) {
    static final int MTU = 1500;

    private static final double ETHERNET_HEADER = 14;
    private static final double HEADERS_V4 = 20 + 20;
    private static final double HEADERS_V6 = 40 + 20;
    /** TCP's timestamps, with what fills them up to a multiple of four. */
    private static final double TIMESTAMPS = 12;

    private static final double MEGA = 1e6;
    private static final String ROW = "%-9s  %-6s  %-9s  %10s  %10s  %10s  %6s  %10s";

    /** How much payload is in a full frame. */
    static double payloadShare(IpFamily family) {
        double headers = switch (family) {
            case V4 -> HEADERS_V4;
            case V6 -> HEADERS_V6;
        };
        return (MTU - headers - TIMESTAMPS) / (MTU + ETHERNET_HEADER);
    }

    /** Bits per second that crossed the wire, as the shaper counts them. */
    public double wire() {
        return goodput / payloadShare(family);
    }

    public double ratio() {
        return wire() / limit;
    }

    /** Above {@link #row}s; all but the ratio in Mbit/s. */
    public static String heading() {
        return ROW.formatted("KERNEL", "FAMILY", "DIRECTION", "LIMIT", "GOODPUT", "WIRE", "RATIO", "UNSHAPED");
    }

    /** For people. */
    public String row() {
        return ROW.formatted(
                kernel,
                family,
                direction,
                mega(limit),
                mega(goodput),
                mega(wire()),
                "%.3f".formatted(ratio()),
                Double.isInfinite(unshaped) ? "" : mega(unshaped));
    }

    /** For machines. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kernel", kernel);
        fields.put("family", family.name().toLowerCase(Locale.ROOT));
        fields.put("direction", direction);
        fields.put("limit_bits", Math.round(limit));
        fields.put("goodput_bits", Math.round(goodput));
        fields.put("wire_bits", Math.round(wire()));
        fields.put("ratio", Sample.rounded(ratio()));
        if (!Double.isInfinite(unshaped)) {
            fields.put("unshaped_goodput_bits", Math.round(unshaped));
        }
        return fields;
    }

    private static String mega(double bits) {
        return "%.2f".formatted(bits / MEGA);
    }
}
