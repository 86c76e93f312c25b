package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.invariant.Change;
import io.github.terway4j.simulator.invariant.Watch;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sandboxes of one node: made, connected once, ended whatever it takes. */
final class Sandboxes {
    /** Between two tries of something that the agent refused, or did not answer: the kubelet's ten seconds, and half of
     * them by chance. */
    static final Spread BETWEEN_TRIES = Spread.ofMillis(10_000, 15_000);

    private static final Spread IMPATIENCE = Spread.ofMillis(1, 5_000);
    private static final Spread LATE_BY = Spread.ofMillis(1, 60_000);

    private final String node;
    private final SimulatedProcess process;
    private final Namespaces namespaces;
    private final CniCaller runtime;
    private final Mischief mischief;
    private final Watch watch;
    private final Map<AttachmentKey, Sandbox> present = new TreeMap<>();

    Sandboxes(
            String node,
            SimulatedProcess process,
            Namespaces namespaces,
            CniCaller runtime,
            Mischief mischief,
            Watch watch) {
        this.node = node;
        this.process = process;
        this.namespaces = namespaces;
        this.runtime = runtime;
        this.mischief = mischief;
        this.watch = watch;
    }

    List<AttachmentKey> keys() {
        return List.copyOf(present.keySet());
    }

    Sandbox make(RunningPod pod) {
        var sandbox = new Sandbox(
                pod.pod(),
                pod.facts().uid(),
                pod.attachment(),
                namespaces.create("pod-" + pod.sandbox().substring(0, 16)));
        present.put(sandbox.key(), sandbox);
        return sandbox;
    }

    /** Whether the pod lives in it from now on. */
    boolean connect(Sandbox sandbox) {
        if (mischief.strikes(FaultKind.ADD_AGAIN)) {
            // Nobody hears this answer; the agent may be at it still when it is asked again.
            runtime.add(sandbox, IMPATIENCE.draw(mischief.chance(FaultKind.ADD_AGAIN)));
        }
        var addresses = runtime.add(sandbox, CniCaller.PATIENCE);
        addresses.ifPresent(told -> watch.hear(new Change.PodConnected(node, sandbox.pod(), sandbox.key(), told)));
        return addresses.isPresent();
    }

    /** The pod's processes are dead. */
    void kill(Sandbox sandbox) {
        watch.hear(new Change.PodEnding(node, sandbox.key()));
    }

    void end(Sandbox sandbox) {
        if (!mischief.strikes(FaultKind.DEL_NEVER)) {
            while (!runtime.delete(sandbox)) {
                process.tasks().sleep(Duration.ofSeconds(5));
            }
        }
        present.remove(sandbox.key());
        namespaces.delete(sandbox.netns());
        watch.hear(new Change.SandboxGone(node, sandbox.netns()));
        if (mischief.strikes(FaultKind.DEL_TWICE)) {
            later(FaultKind.DEL_TWICE, "second DEL of " + sandbox, () -> runtime.delete(sandbox));
        }
    }

    /** Ends it some time from now. */
    void endLater(Sandbox sandbox) {
        later(FaultKind.SANDBOX_ANEW, "late end of " + sandbox, () -> end(sandbox));
    }

    private void later(FaultKind why, String name, Runnable work) {
        var length = LATE_BY.draw(mischief.chance(why));
        process.start(name, () -> {
            process.tasks().sleep(length);
            work.run();
        });
    }
}
