package io.github.terway4j.app.bench;

import io.github.terway4j.app.stage.LargeCloud;
import io.github.terway4j.app.stage.SignedCalls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** How much simulated cloud one machine holds, and how many requests one core of it serves. */
public final class CloudBench {
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int DESCRIBES = 10_000;

    private final CloudBenchPlan plan;

    public CloudBench(CloudBenchPlan plan) {
        this.plan = plan;
    }

    /** One large cloud, in this process. */
    public HoldMeasure hold() {
        var begun = System.nanoTime();
        var cloud = LargeCloud.of(plan.instances(), plan.enisEach());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var describe = new Sample();
        // The first half is not counted: the code is compiled as it runs.
        describe(cloud, new Sample());
        describe(cloud, describe);
        return new HoldMeasure(plan.instances(), cloud.enis(), took, describe, usedMemory());
    }

    private static void describe(LargeCloud cloud, Sample sample) {
        var instances = cloud.instances();
        for (int i = 0; i < DESCRIBES; i++) {
            var instance = instances.get(i % instances.size());
            var begun = System.nanoTime();
            var told = cloud.describe(instance);
            sample.add(Duration.ofNanos(System.nanoTime() - begun));
            if (told == 0) {
                throw new IllegalStateException(instance + " has no ENI at all");
            }
        }
    }

    private static long usedMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A cloud and a bare server, each in a process with a core of its own, take turns. */
    public RateMeasure rate() {
        var calls = new SignedCalls("bench-" + UUID.randomUUID());
        var clock = InstantSource.system();
        try (var cloud = PinnedProgram.start("io.github.terway4j.app.cli.Main", "cloud", "--port", "0")) {
            var asking = new Load(
                    cloud.authority(),
                    () -> calls.ecs("DescribeNetworkInterfaces", Map.of("MaxResults", "100"), clock.instant()));
            var length = asking.answerLength();
            try (var floor = PinnedProgram.start(BareServer.class.getName(), String.valueOf(length))) {
                // Targets as long as the cloud's, signed like those, so that asking costs the same.
                var idle = asking.against(floor.authority());
                CloudRate.of(cloud, asking, WARM_UP);
                CloudRate.of(floor, idle, WARM_UP);
                var measure = new RateMeasure(length);
                for (int round = 0; round < plan.rounds(); round++) {
                    measure.add(CloudRate.of(cloud, asking, ROUND), CloudRate.of(floor, idle, ROUND));
                }
                return measure;
            }
        }
    }
}
