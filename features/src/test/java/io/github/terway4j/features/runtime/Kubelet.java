package io.github.terway4j.features.runtime;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import runtime.v1.PodSandboxMetadata;

/**
 * What a kubelet does about sandboxes: has one made for a pod, and where that fails, clears away what is there of it and tries
 * again with the next number; in the end has them stopped and removed, again and again until that is so.
 */
final class Kubelet {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ContainerRuntime runtime;
    private final Map<String, String> sandboxes = new ConcurrentSkipListMap<>();
    private final TreeMap<String, Integer> refusals = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final Timings runs = new Timings();
    private final Timings stops = new Timings();
    private final Timings removals = new Timings();

    Kubelet(ContainerRuntime runtime) {
        this.runtime = runtime;
    }

    /** A call to the runtime that may be refused. */
    private interface Try {
        void once(int number);
    }

    void bringUp(String name, String uid) {
        persist("run " + name, attempt -> {
            if (attempt > 0) {
                clear(uid);
            }
            var pod = PodSandboxMetadata.newBuilder()
                    .setName(name)
                    .setNamespace("default")
                    .setUid(uid)
                    .setAttempt(attempt)
                    .build();
            var before = Instant.now();
            sandboxes.put(name, runtime.run(pod));
            runs.add(Duration.between(before, Instant.now()));
        });
    }

    private void clear(String uid) {
        for (var one : runtime.list()) {
            if (one.getMetadata().getUid().equals(uid)) {
                runtime.stop(one.getId());
                runtime.remove(one.getId());
            }
        }
    }

    void takeDown(String name) {
        var sandbox = sandboxes.get(name);
        if (sandbox == null) {
            return;
        }
        persist("stop " + name, _ -> timed(stops, () -> runtime.stop(sandbox)));
        persist("remove " + name, _ -> timed(removals, () -> runtime.remove(sandbox)));
    }

    private static void timed(Timings timings, Runnable call) {
        var before = Instant.now();
        call.run();
        timings.add(Duration.between(before, Instant.now()));
    }

    /** Once somebody has given up for good, nobody tries long. */
    private void persist(String what, Try call) {
        var deadline = Instant.now().plus(PATIENCE);
        for (int number = 0; ; number++) {
            try {
                call.once(number);
                return;
            } catch (StatusRuntimeException refused) {
                note(what, refused);
                if (Instant.now().isAfter(deadline) || !complaints().isEmpty()) {
                    complain(what + ": " + refused.getMessage());
                    return;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(String what, StatusRuntimeException refused) {
        var deed = what.substring(0, what.indexOf(' '));
        // Without what differs from one sandbox to the next.
        var words = String.valueOf(refused.getStatus().getDescription())
                .replaceAll("[0-9a-f]{64}", "ID")
                .replaceAll("default_p\\d+[^\"]*", "NAME")
                .replaceAll("/\\S*/cni.socket", "cni.socket");
        refusals.merge(deed + ": " + refused.getStatus().getCode() + ": " + words, 1, Integer::sum);
    }

    private synchronized void complain(String words) {
        complaints.add(words);
    }

    /** By pod, the sandboxes that were made. */
    Map<String, String> sandboxes() {
        return new TreeMap<>(sandboxes);
    }

    /** What was refused and tried again, in words, and how often. */
    synchronized Map<String, Integer> refusals() {
        return new TreeMap<>(refusals);
    }

    /** What was given up. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    Timings runs() {
        return runs;
    }

    Timings stops() {
        return stops;
    }

    Timings removals() {
        return removals;
    }
}
