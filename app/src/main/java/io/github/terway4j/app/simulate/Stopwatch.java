package io.github.terway4j.app.simulate;

import java.time.Duration;

/** How long something takes: by the clock on the wall, and of the processor's time. */
final class Stopwatch {
    /**
     * @param wall on a machine that is busy with other things, this says more of them than of us
     * @param processor of all our threads together, the compiler's and the collector's too
     */
    record Reading(Duration wall, Duration processor) {
        static final Reading NOTHING = new Reading(Duration.ZERO, Duration.ZERO);

        Reading plus(Reading other) {
            return new Reading(wall.plus(other.wall), processor.plus(other.processor));
        }

        long perSecond(long events) {
            return rate(events, wall);
        }

        long perProcessorSecond(long events) {
            return rate(events, processor);
        }

        private static long rate(long events, Duration time) {
            return Math.round(events * 1e9 / Math.max(1, time.toNanos()));
        }
    }

    private final long begun = System.nanoTime();
    private final Duration spent = processor();

    Reading read() {
        return new Reading(
                Duration.ofNanos(System.nanoTime() - begun), processor().minus(spent));
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
