package io.github.terway4j.simulator.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Full packets one behind the other along one way, as fast as the shapers on it let them pass; nothing else takes time.
 *
 * @param frames how many there are
 * @param frameBytes how long each is on the wire
 * @param lasted from the first arrival to the last, in a time of its own
 */
public record Convoy(Walk way, int frames, int frameBytes, Duration lasted) {
    static Convoy of(Walk way, List<Device> leftBy, int frames, int frameBytes) {
        var buckets = leftBy.stream()
                .flatMap(device -> withWhatItStandsOn(device).stream())
                .flatMap(device -> device.shaper().stream())
                .map(TokenBucket::new)
                .toList();
        double first = 0;
        double last = 0;
        for (int i = 0; i < frames; i++) {
            double at = 0;
            for (var bucket : buckets) {
                at = bucket.leaves(Math.max(at, bucket.lastLeft()), frameBytes);
            }
            first = i == 0 ? at : first;
            last = at;
        }
        return new Convoy(way, frames, frameBytes, Duration.ofNanos(Math.round(last - first)));
    }

    private static List<Device> withWhatItStandsOn(Device device) {
        Optional<Device> parent = device.underlay().standsOn();
        return parent.map(standsOn -> List.of(device, standsOn)).orElse(List.of(device));
    }

    /** What crossed the wire in bits, Ethernet headers included; infinite where nothing limits it. */
    public double bitsPerSecond() {
        return (frames - 1.0) * frameBytes * Byte.SIZE * 1e9 / lasted.toNanos();
    }
}
