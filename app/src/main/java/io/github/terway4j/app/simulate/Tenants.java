package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.world.Spread;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What a cluster's people and controllers do all day, drawn from the seed: pods start, stop, get new sandboxes, are
 * replaced by another of the same name, move to another node. Steady times, bursts and quiet hours take turns, and in
 * each the nodes shall be full to another degree.
 */
final class Tenants {
    /** How often something is done in a row, and how long the pauses are. */
    private enum Mood {
        STEADY(20, 100, 200, 8_000),
        BURST(10, 60, 0, 50),
        QUIET(1, 2, 600_000, 3_600_000);

        private final int fewest;
        private final int most;
        private final long shortestMillis;
        private final long longestMillis;

        Mood(int fewest, int most, long shortestMillis, long longestMillis) {
            this.fewest = fewest;
            this.most = most;
            this.shortestMillis = shortestMillis;
            this.longestMillis = longestMillis;
        }

        Spread pause() {
            return Spread.ofMillis(shortestMillis, longestMillis);
        }
    }

    /** By the names of a StatefulSet's pods they are known, whoever starts them anew. */
    private static final String STATEFUL = "db-";

    private static final Duration LATER = Duration.ofSeconds(5);
    /** Of the node's capacity; a little more than fits is wanted now and then. */
    private static final double FULLEST = 1.05;

    private final World world;
    private final SimulatedCluster cluster;
    private final List<Kubelet> kubelets;
    private final int capacity;
    private final RandomGenerator chance;
    private final Map<String, Integer> aims = new TreeMap<>();
    private Mood mood = Mood.STEADY;
    private int left;
    private int started;
    private boolean over;

    Tenants(World world, SimulatedCluster cluster, List<Kubelet> kubelets, int capacity) {
        this.world = world;
        this.cluster = cluster;
        this.kubelets = List.copyOf(kubelets);
        this.capacity = capacity;
        this.chance = world.fork("workload");
    }

    /** Does something now, and goes on by itself. */
    void step() {
        if (over) {
            return;
        }
        if (left == 0) {
            changeMood();
        }
        left--;
        act(kubelets.get(chance.nextInt(kubelets.size())));
        world.after(mood.pause().draw(chance), "workload", this::step);
    }

    /** From now on nothing new is wished. */
    void end() {
        over = true;
    }

    int podsStarted() {
        return started;
    }

    private void changeMood() {
        var moods = Mood.values();
        mood = moods[chance.nextInt(moods.length)];
        left = chance.nextInt(mood.fewest, mood.most);
        kubelets.forEach(kubelet -> aims.put(kubelet.node(), (int) (chance.nextDouble() * FULLEST * capacity)));
        world.note("workload", "%s, %s pods wanted".formatted(mood, aims));
    }

    private void act(Kubelet kubelet) {
        var here = kubelet.wanted();
        var tooFew = here.size() < aims.getOrDefault(kubelet.node(), 0);
        if (here.isEmpty() || (tooFew && chance.nextInt(4) > 0)) {
            start(kubelet, newPod());
            return;
        }
        var life = here.get(chance.nextInt(here.size()));
        switch (chance.nextInt(tooFew ? 3 : 6)) {
            case 0 -> renew(life);
            case 1 -> replace(life, kubelet);
            case 2 -> move(life, kubelet, kubelets.get(chance.nextInt(kubelets.size())));
            default -> stop(life);
        }
    }

    private void start(Kubelet kubelet, PodRef pod) {
        if (kubelet.has(pod)) {
            // One of that name has yet to end there.
            world.after(LATER, "later", () -> start(kubelet, pod));
        } else if (cluster.find(pod).isEmpty()) {
            world.note("workload", "%s starts on %s".formatted(pod, kubelet.node()));
            kubelet.start(pod, owner(pod));
        }
    }

    private PodRef newPod() {
        started++;
        return new PodRef("default", (chance.nextInt(3) == 0 ? STATEFUL : "pod-") + started);
    }

    private static Workload owner(PodRef pod) {
        return pod.name().startsWith(STATEFUL) ? new Workload("statefulset", false) : Workload.NONE;
    }

    private void stop(PodLife life) {
        world.note("workload", "%s stops".formatted(life.pod()));
        life.end(() -> {});
    }

    private void renew(PodLife life) {
        world.note("workload", "the sandbox of %s dies".formatted(life.pod()));
        life.renewSandbox();
    }

    /** Another pod of the same name, when this one is gone. */
    void replace(PodLife life, Kubelet next) {
        world.note("workload", "%s is replaced, on %s".formatted(life.pod(), next.node()));
        life.end(() -> start(next, life.pod()));
    }

    private void move(PodLife life, Kubelet from, Kubelet to) {
        if (from.equals(to) || to.has(life.pod()) || !chance.nextBoolean()) {
            replace(life, to);
        } else {
            giveUp(life, to);
        }
    }

    /** Another pod of the same name at once: somebody gave this one up. */
    private void giveUp(PodLife life, Kubelet next) {
        world.note("workload", "%s is given up".formatted(life.pod()));
        cluster.stop(life.pod());
        life.end(() -> {});
        start(next, life.pod());
    }
}
