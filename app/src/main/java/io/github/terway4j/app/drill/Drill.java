package io.github.terway4j.app.drill;

import io.github.terway4j.app.stage.CniAnswer;
import io.github.terway4j.app.stage.Placed;
import io.github.terway4j.app.stage.Sandbox;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Sought;
import io.github.terway4j.ports.out.Observation;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills the first node of a stage: pods are wired, checked, damaged by hand, found so, repaired, checked and ended, one
 * after the other. To repair is what a container runtime can ask for: ADD of the same sandbox.
 */
public final class Drill {
    /** In tenths of a second, for links that are deleted a moment after DEL has stopped their traffic. */
    private static final int LONG_ENOUGH = 300;

    /** In tenths of a second: the kernel may wait a whole one before it tells that a link has a carrier. */
    private static final int CARRIER_DELAY = 12;

    /** So often a node is looked at before it counts as one that never rests. */
    private static final int LOOKS = 10;

    private static final int COMPLAINTS_TOLD = 20;

    private final Stage stage;
    private final StageNode node;
    private final String mode;
    private final DrillPlan plan;
    private final PrintStream out;
    private final List<Witness> witnesses;
    private final int patience;
    private final SplittableRandom chance;
    private final List<Placed> pods = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, List<Duration>> took = new TreeMap<>();

    /**
     * @param stage before any agent runs there
     * @param mode how its agents wire pods, for the record
     */
    public Drill(Stage stage, String mode, DrillPlan plan, PrintStream out) {
        this(stage, mode, plan, out, LONG_ENOUGH);
    }

    Drill(Stage stage, String mode, DrillPlan plan, PrintStream out, int patience) {
        this.patience = patience;
        this.stage = stage;
        this.node = stage.nodes().getFirst();
        this.mode = mode;
        this.plan = plan;
        this.out = out;
        this.chance = new SplittableRandom(plan.seed());
        this.witnesses = Stream.concat(
                        Stream.of(new PortWitness(stage, node, chance.split().nextLong())),
                        stage.kernelName().equals("linux") ? ProgramWitness.of(node).stream() : Stream.of())
                .toList();
    }

    /** Leaves no pod behind, and the node's agent ended. */
    public DrillCount run() {
        // The agent finds the others there when it starts, as it would on any node.
        var others = witnesses.stream().mapToInt(Witness::lay).sum();
        stage.startAgent(node);
        var before = settled();
        say("%d things of others are there, %d are seen in all".formatted(others, before.size()));

        var wired = wire();
        say("%d of %d pods are wired, in %s each".formatted(wired, plan.pods(), mean("ADD")));
        var intact = passing(pods);
        say("%d of them pass CHECK, in %s each".formatted(intact, mean("CHECK")));

        var removed = damage();
        var objects = removed.values().stream().mapToInt(List::size).sum();
        var noticed = (int) removed.entrySet().stream()
                .filter(entry -> isNoticed(pods.get(entry.getKey()), entry.getValue()))
                .count();
        say("CHECK names all that is missing of %d of %d pods, of which %d objects were removed by hand"
                .formatted(noticed, plan.damaged(), objects));
        // As many again: with a thousand pods, one CHECK reads ten thousand objects.
        var untroubled = passing(IntStream.range(0, pods.size())
                .filter(number -> !removed.containsKey(number))
                .mapToObj(pods::get)
                .limit(plan.damaged())
                .toList());
        say("%d pods that nobody has damaged still pass CHECK".formatted(untroubled));
        var repaired = (int) removed.keySet().stream()
                .filter(number -> isRepaired(pods.get(number)))
                .count();
        say("%d of %d are repaired by another ADD, with the same addresses".formatted(repaired, plan.damaged()));
        intact = Math.min(intact, passing(pods));
        say("%d in all pass CHECK again".formatted(intact));

        var ended = end();
        say("%d pods are ended, in %s each".formatted(ended, mean("DEL")));
        return verdict(before, others, wired, intact, objects, noticed, untroubled, repaired, ended);
    }

    /** What there is when the node's links, which came up a moment ago, have their carriers and what the kernel gives for these. */
    private List<String> settled() {
        var seen = look();
        for (int more = 1; more < LOOKS; more++) {
            IntStream.range(0, CARRIER_DELAY).forEach(_ -> stage.pause());
            var again = look();
            if (again.equals(seen)) {
                return again;
            }
            seen = again;
        }
        return seen;
    }

    private int wire() {
        for (int number = 1; number <= plan.pods(); number++) {
            var sandbox = stage.startPod(node, "p" + number);
            var answer = call("ADD", sandbox);
            if (succeeded("ADD of " + sandbox.pod(), answer)) {
                pods.add(Placed.of(sandbox, answer));
            } else {
                stage.endPod(sandbox);
            }
        }
        return pods.size();
    }

    private int passing(List<Placed> some) {
        return (int) some.stream()
                .filter(pod -> succeeded("CHECK of " + pod.sandbox().pod(), call("CHECK", pod.sandbox())))
                .count();
    }

    /** By the pods' places in the list. */
    private Map<Integer, List<KernelObject>> damage() {
        var damage = new Damage(stage, chance.split());
        var removed = new TreeMap<Integer, List<KernelObject>>();
        while (removed.size() < Math.min(plan.damaged(), pods.size())) {
            removed.computeIfAbsent(chance.nextInt(pods.size()), number -> damage.of(pods.get(number)));
        }
        return removed;
    }

    private boolean isNoticed(Placed pod, List<KernelObject> removed) {
        var answer = call("CHECK", pod.sandbox());
        var unnamed = removed.stream()
                .filter(object -> answer.succeeded() || !answer.error().contains(object.words()))
                .filter(this::isMissing)
                .map(KernelObject::words)
                .toList();
        if (!unnamed.isEmpty()) {
            complaints.add("CHECK of %s does not name %s; it said: %s"
                    .formatted(pod.sandbox().pod(), unnamed, answer.object()));
        }
        return unnamed.isEmpty();
    }

    /** Where a drill takes longer than five minutes, the agent puts back by itself what it can reach. */
    private boolean isMissing(KernelObject object) {
        var plan = new DatapathPlan(List.of(object));
        var seen = new TreeMap<NetNs, KernelState>();
        for (var ns : plan.namespaces()) {
            if (stage.kernel().glance(Sought.of(plan, ns)) instanceof Observation.Seen(var state)) {
                seen.put(ns, state);
            }
        }
        return !KernelDiff.between(plan, seen).empty();
    }

    private boolean isRepaired(Placed pod) {
        var answer = call("ADD", pod.sandbox());
        return succeeded("another ADD of " + pod.sandbox().pod(), answer)
                && Placed.of(pod.sandbox(), answer).addresses().equals(pod.addresses())
                && passing(List.of(pod)) == 1;
    }

    private int end() {
        var ended = 0;
        for (var pod : pods) {
            ended += succeeded("DEL of " + pod.sandbox().pod(), call("DEL", pod.sandbox())) ? 1 : 0;
            stage.endPod(pod.sandbox());
        }
        return ended;
    }

    private CniAnswer call(String command, Sandbox sandbox) {
        var answer = stage.call(command, sandbox);
        took.computeIfAbsent(command, _ -> new ArrayList<>()).add(answer.took());
        return answer;
    }

    private String mean(String command) {
        return "%.1f ms"
                .formatted(took.getOrDefault(command, List.of()).stream()
                                .mapToLong(Duration::toNanos)
                                .average()
                                .orElse(0)
                        / 1e6);
    }

    private boolean succeeded(String what, CniAnswer answer) {
        if (!answer.succeeded()) {
            complaints.add(what + ": " + answer.error());
        }
        return answer.succeeded();
    }

    private DrillCount verdict(
            List<String> before,
            int others,
            int wired,
            int intact,
            int objects,
            int noticed,
            int untroubled,
            int repaired,
            int ended) {
        var after = look();
        for (int tries = 0; tries < patience && !beyond(after, before).isEmpty(); tries++) {
            stage.pause();
            after = look();
        }
        var left = beyond(after, before);
        stage.killAgent(node);
        stage.ledger(node).forEach(lease -> left.add("lease " + lease));
        var touched = beyond(before, after);
        say("%d things are left, %d of others are touched".formatted(left.size(), touched.size()));
        Stream.of(complaints, left, touched)
                .flatMap(List::stream)
                .limit(COMPLAINTS_TOLD)
                .forEach(words -> out.println("  FAILED  " + words));
        return new DrillCount(
                mode,
                stage.kernelName(),
                plan,
                wired,
                intact,
                objects,
                noticed,
                untroubled,
                repaired,
                ended,
                others,
                before.size(),
                left,
                touched,
                complaints);
    }

    private List<String> look() {
        return witnesses.stream().flatMap(witness -> witness.look().stream()).toList();
    }

    private static List<String> beyond(List<String> more, List<String> less) {
        var beyond = new ArrayList<>(more);
        beyond.removeAll(less);
        return beyond;
    }

    private void say(String words) {
        out.println("  " + words);
    }
}
