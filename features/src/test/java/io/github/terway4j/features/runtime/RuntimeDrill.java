package io.github.terway4j.features.runtime;

import io.github.terway4j.app.stage.CloudAccess;
import io.github.terway4j.app.stage.LinuxStage;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Observation;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Fills a node with sandboxes and empties it again. With a third of each done, the node's agent is killed and started anew;
 * with two thirds, the runtime.
 */
public final class RuntimeDrill {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration COOLDOWN = Duration.ofSeconds(1);
    private static final int COMPLAINTS_TOLD = 20;
    // Says that a unix socket has no keepalive; and loggers live as long as somebody holds them.
    private static final Logger SOCKET_OPTIONS = Logger.getLogger("io.netty.bootstrap");

    private final RuntimePlan plan;
    private final LinuxStage stage;
    private final StageNode node;
    private final Containerd containerd;
    private final ContainerRuntime runtime;
    private final Kubelet kubelet;
    private final PrintStream out;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> uids = new TreeMap<>();
    private final Orphans orphans;
    private Instant deadline = Instant.MAX;

    private RuntimeDrill(
            RuntimePlan plan, LinuxStage stage, Containerd containerd, ContainerRuntime runtime, PrintStream out) {
        this.plan = plan;
        this.stage = stage;
        this.node = stage.nodes().getFirst();
        this.containerd = containerd;
        this.runtime = runtime;
        this.kubelet = new Kubelet(runtime);
        this.orphans = new Orphans(containerd.namespaceFolder());
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.SEVERE);
        SOCKET_OPTIONS.setLevel(Level.SEVERE);
        var plan = RuntimePlan.of(arguments);
        System.exit(holds(plan, System.out) ? 0 : 1);
    }

    private static boolean holds(RuntimePlan plan, PrintStream out) throws InterruptedException {
        var setting = new Setting(1, plan.sandboxes(), RuntimePlan.READY, COOLDOWN, CloudAccess.HTTP)
                .keeping(RuntimePlan.READY);
        try (var stage = LinuxStage.open(setting, out)) {
            var node = stage.nodes().getFirst();
            var containerd = Containerd.start(plan.folder(), node.netns(), stage.socket(node));
            try (var runtime = new ContainerRuntime(containerd.socket(), plan.cgroup())) {
                return new RuntimeDrill(plan, stage, containerd, runtime, out).run();
            } finally {
                containerd.end();
            }
        }
    }

    private boolean run() throws InterruptedException {
        say("%s takes calls".formatted(runtime.version()));
        containerd.importImage(plan.folder().resolve("pause.tar"));
        for (int number = 1; number <= plan.sandboxes(); number++) {
            var name = "p" + number;
            uids.put(name, stage.bindPod(node, new PodRef("default", name)));
        }
        var pods = List.copyOf(uids.keySet());
        amidst(Crew.start(pods, plan.atOnce(), name -> kubelet.bringUp(name, uids.getOrDefault(name, ""))));
        say("%d of %d sandboxes are made, %d at a time: RunPodSandbox %s"
                .formatted(
                        kubelet.runs().count(),
                        plan.sandboxes(),
                        plan.atOnce(),
                        kubelet.runs().words()));
        look();
        tellForgotten();
        amidst(Crew.start(pods, plan.atOnce(), name -> {
            kubelet.takeDown(name);
            stage.unbindPod(new PodRef("default", name));
        }));
        say("%d are stopped and removed: StopPodSandbox %s; RemovePodSandbox %s"
                .formatted(
                        kubelet.removals().count(),
                        kubelet.stops().words(),
                        kubelet.removals().words()));
        kubelet.refusals().forEach((words, times) -> say("tried again %d times after %s".formatted(times, words)));
        kubelet.complaints().forEach(complaints::add);
        nothingIsLeft();
        return verdict();
    }

    private void amidst(Crew crew) throws InterruptedException {
        crew.await(plan.third());
        stage.killAgent(node);
        say("the agent is killed amidst calls");
        stage.startAgent(node);
        crew.await(2 * plan.third());
        containerd.kill();
        orphans.killed(containerd.namespaces());
        containerd.startAgain();
        runtime.reconnect();
        say("containerd is killed amidst calls, and started anew");
        crew.awaitAll();
    }

    /** Every pod has a sandbox, and each of these what the cloud has given to an ENI, and nobody else. */
    private void look() {
        var seen = new TreeSet<String>();
        for (var sandbox : kubelet.sandboxes().entrySet()) {
            var addresses = runtime.addresses(sandbox.getValue());
            if (addresses.size() != 2) {
                complaints.add(
                        "%s is to have an address of each family, and has %s".formatted(sandbox.getKey(), addresses));
            }
            for (var address : addresses) {
                if (!seen.add(address)) {
                    complaints.add("%s of %s is another's, too".formatted(address, sandbox.getKey()));
                }
                if (!stage.assignedAddresses().contains(Ip.parse(address))) {
                    complaints.add("the cloud knows nothing of %s of %s".formatted(address, sandbox.getKey()));
                }
            }
        }
        say("%d sandboxes are ready, with %d addresses that the cloud knows"
                .formatted(kubelet.sandboxes().size(), seen.size()));
        if (seen.size() != 2 * plan.sandboxes()) {
            complaints.add("%d addresses were to be seen".formatted(2 * plan.sandboxes()));
        }
    }

    /** What containerd was about to make when it was killed, it forgets; only then may it have namespaces of no sandbox. */
    private void tellForgotten() {
        orphans.settled(containerd.namespaces());
        for (var sandbox : runtime.list()) {
            orphans.claimed(runtime.details(sandbox.getId()));
        }
        orphans.strangers(containerd.namespaces())
                .forEach(one -> complaints.add("%s was made after the kill, and is of no sandbox".formatted(one)));
        say("network namespaces that containerd forgot when it was killed: %d"
                .formatted(orphans.forgotten().size()));
        if (orphans.forgotten().size() > plan.atOnce()) {
            complaints.add("%d namespaces are forgotten, and only %d calls were made at once"
                    .formatted(orphans.forgotten().size(), plan.atOnce()));
        }
    }

    /** Everything but {@code lo} in the namespaces that nobody will ever tell the agent to clear. */
    private List<String> linksOfOrphans() {
        return orphans.forgotten().stream()
                .flatMap(one -> stage.kernel().observe(new NetNs(one.toString()), List.of())
                                instanceof Observation.Seen(var state)
                        ? state.links().stream()
                                .filter(link -> !"lo".equals(link.name().toString()))
                                .map(link -> link.name() + " of " + one)
                        : Stream.empty())
                .toList();
    }

    private void nothingIsLeft() throws InterruptedException {
        deadline = Instant.now().plus(PATIENCE);
        none("sandboxes of the runtime", () -> runtime.list());
        // Those of the calls that it was killed amidst, containerd itself forgets.
        var lost = containerd.shims().size();
        say("processes between containerd and sandboxes: %d left".formatted(lost));
        if (lost > plan.atOnce()) {
            complaints.add("%d processes are left, and only %d calls were made at once".formatted(lost, plan.atOnce()));
        }
        none("links, routes or rules of pods", () -> stage.leftovers(node));
        none("network namespaces", () -> orphans.others(containerd.namespaces()));
        none("links in network namespaces that containerd forgot", this::linksOfOrphans);
        // What the node keeps ready, and no more, of each family.
        none(
                "addresses beyond what is kept ready",
                () -> stage.assignedAddresses().stream()
                        .skip(2L * RuntimePlan.READY)
                        .toList());
        stage.killAgent(node);
        none("leases", () -> stage.ledger(node));
    }

    private void none(String what, Supplier<List<?>> look) throws InterruptedException {
        var left = look.get();
        while (!left.isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
            left = look.get();
        }
        say("%s: %d left".formatted(what, left.size()));
        if (!left.isEmpty()) {
            complaints.add("%d %s are left: %s"
                    .formatted(left.size(), what, left.subList(0, Math.min(3, left.size()))));
        }
    }

    private boolean verdict() {
        complaints.stream().limit(COMPLAINTS_TOLD).forEach(words -> say("FAILED  %s".formatted(words)));
        if (!complaints.isEmpty()) {
            say("%d complaints. The end of containerd's log:\n%s".formatted(complaints.size(), containerd.logEnd()));
        } else {
            say("All of it held: %d sandboxes came and went, and nothing is left.".formatted(plan.sandboxes()));
        }
        return complaints.isEmpty();
    }

    private void say(String words) {
        out.println("  " + words);
    }
}
