package io.github.terway4j.app.throughput;

import io.github.terway4j.adapters.netlink.LinuxNamespaces;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What passes a pod's shapers, beside their limit and beside a link that has none. */
public final class BandwidthBench {
    private static final int FRAMES = 20_000;
    private static final long MEGA = 1_000_000;

    private final BandwidthPlan plan;
    private final Meter meter;

    public BandwidthBench(BandwidthPlan plan) {
        this(plan, Meter.best());
    }

    BandwidthBench(BandwidthPlan plan, Meter meter) {
        this.plan = plan;
        this.meter = meter;
    }

    /** By what the real kernel is measured. */
    public String meter() {
        return meter.name();
    }

    /** Takes no time: the simulated kernel has its own. */
    public void simulated(Consumer<BandwidthMeasure> tell) {
        var machine = new SimulatedMachine();
        try (var pair = new ShapedPair(machine.kernel(), machine.namespaces())) {
            each(pair, (family, direction, limit) -> {
                var convoy = machine.packets().convoy(pair.sender(direction), pair.shaped(family, direction), FRAMES);
                tell.accept(new BandwidthMeasure(
                        "simulated",
                        family,
                        direction.word(),
                        limit,
                        convoy.bitsPerSecond() * BandwidthMeasure.payloadShare(family),
                        Double.POSITIVE_INFINITY));
            });
        }
    }

    /** Takes Linux and root. */
    public void linux(Consumer<BandwidthMeasure> tell) {
        try (var kernel = new NetlinkKernel();
                var pair = new ShapedPair(kernel, new LinuxNamespaces())) {
            each(pair, (family, direction, limit) -> {
                var from = pair.sender(direction);
                var to = pair.receiver(direction);
                tell.accept(new BandwidthMeasure(
                        "linux",
                        family,
                        direction.word(),
                        limit,
                        median(from, to, pair.shaped(family, direction)),
                        goodput(from, to, pair.unshaped(family, direction), Duration.ofSeconds(1))));
            });
        }
    }

    private interface Case {
        void measure(IpFamily family, Direction direction, double limit);
    }

    private void each(ShapedPair pair, Case measured) {
        for (var megabits : plan.megabits()) {
            pair.limit(Rate.ofBitsPerSecond(megabits * MEGA));
            for (var family : IpFamily.values()) {
                for (var direction : Direction.values()) {
                    measured.measure(family, direction, (double) megabits * MEGA);
                }
            }
        }
    }

    private double median(NetNs from, NetNs to, Ip address) {
        var sorted = IntStream.range(0, plan.runs())
                .mapToDouble(_ -> goodput(from, to, address, plan.length()))
                .sorted()
                .toArray();
        return sorted[(sorted.length - 1) / 2];
    }

    private double goodput(NetNs from, NetNs to, Ip address, Duration length) {
        try {
            return meter.goodput(from, to, address, length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
