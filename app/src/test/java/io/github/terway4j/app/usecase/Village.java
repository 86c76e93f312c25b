package io.github.terway4j.app.usecase;

import io.github.terway4j.app.usecase.ReleaseProperties.Deed;
import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.datapath.Leftovers;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayToDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Four pods on a bench, one of them of a StatefulSet, and what is true of them whatever cluster and runtime say. Of those
 * two one at a time may say what is not so.
 */
final class Village implements AutoCloseable {
    final Bench bench = new Bench(1, 8, 2, 4).passes(3);
    private final Map<String, Living> living = new TreeMap<>();
    private boolean clusterLies;

    private record Living(RunningPod pod, List<Ip> addresses) {
        AttachmentKey key() {
            return pod.attachment();
        }
    }

    void live(Deed deed) {
        var name = "pod-" + deed.pod();
        switch (deed.kind()) {
            case STARTS -> start(name);
            case ENDS -> end(name, 1);
            case ENDS_TWICE -> end(name, 2);
            case ENDS_WITHOUT_A_WORD -> end(name, 0);
            case GETS_A_NEW_SANDBOX -> renew(name);
            case IS_EVICTED_AND_LIVES_ON -> {
                if (living.containsKey(name) && known(name)) {
                    truthful();
                    clusterLies = true;
                    bench.cluster.enter(pod(name), PodPhase.FAILED);
                }
            }
            case IS_FORGOTTEN_AND_LIVES_ON -> {
                if (living.containsKey(name) && known(name)) {
                    truthful();
                    clusterLies = true;
                    bench.cluster.stop(pod(name));
                }
            }
            case RUNTIME_COLLECTS -> collect(livingKeys());
            case RUNTIME_HAS_LOST_ITS_MEMORY -> {
                if (!clusterLies) {
                    collect(List.of());
                }
            }
            case AGENT_SWEEPS -> sweep();
            case POOL_LOOKS -> bench.passes(1);
            case CLUSTER_IS_CUT_OFF -> bench.pods.cutOff("connection refused");
            case CLUSTER_LAGS_BEHIND -> {
                truthful();
                clusterLies = true;
                bench.pods.lagBehind();
            }
            case CLUSTER_IS_BACK -> {
                bench.pods.reconnect();
                bench.pods.catchUp();
            }
            case AGENT_DIES -> bench.restart();
            case LEDGER_IS_LOST -> {
                var lost = new SimulatedLeaseLedger(bench.disk, WayToDisk.direct());
                bench.disk.leases().forEach(lease -> lost.forget(lease.key()));
                bench.restart();
            }
            case TIME_PASSES -> bench.run(Duration.ofMinutes(2));
        }
    }

    /** The runtime remembers everything, so that only the cluster may say what is not so. */
    private void truthful() {
        collect(livingKeys());
    }

    private static PodRef pod(String name) {
        return new PodRef("default", name);
    }

    private boolean known(String name) {
        return bench.cluster.find(pod(name)).isPresent();
    }

    private void start(String name) {
        if (living.containsKey(name)) {
            return;
        }
        if (!known(name)) {
            var workload = new Workload(name.equals("pod-3") ? "statefulset" : "", false);
            bench.cluster.start("node", pod(name), BandwidthLimit.NONE, workload);
        }
        attach(name, bench.pod(name));
    }

    private void attach(String name, RunningPod pod) {
        if (bench.add(pod) instanceof AttachOutcome.Attached(var network)) {
            living.put(
                    name,
                    new Living(
                            pod, network.addresses().map(InterfaceAddress::ip).all()));
        } else {
            // A runtime whose ADD has failed does away with the sandbox.
            bench.machine.namespaces().delete(bench.netns(pod));
            bench.del(pod);
            bench.cluster.stop(pod.pod());
        }
    }

    private void end(String name, int words) {
        var dying = living.remove(name);
        if (dying != null) {
            bench.machine.namespaces().delete(bench.netns(dying.pod()));
            if (known(name)) {
                bench.cluster.stop(pod(name));
            }
            for (int i = 0; i < words; i++) {
                bench.del(dying.pod());
            }
        }
    }

    private void renew(String name) {
        var dying = living.get(name);
        if (dying != null && known(name)) {
            living.remove(name);
            bench.machine.namespaces().delete(bench.netns(dying.pod()));
            attach(name, bench.cluster.renewSandbox(pod(name)));
        }
    }

    private void collect(List<AttachmentKey> valid) {
        bench.ask("GC", () -> bench.agent.collectGarbage().collect(valid));
    }

    private void sweep() {
        bench.ask("sweep", () -> {
            bench.agent.sweeper().round();
            return true;
        });
    }

    /** All speak the truth: who is living for the runtime alone has ended by now, too. */
    void calmDown() {
        bench.pods.reconnect();
        bench.pods.catchUp();
        List.copyOf(living.keySet()).stream().filter(name -> !known(name)).forEach(name -> end(name, 1));
        truthful();
        bench.passes(2);
        for (int i = 0; i < 3; i++) {
            sweep();
        }
    }

    List<AttachmentKey> livingKeys() {
        return living.values().stream().map(Living::key).sorted().toList();
    }

    List<AttachmentKey> linkKeys() {
        return Leftovers.attachments(bench.seen(bench.host));
    }

    /** What is not as it must be, in words. */
    List<String> objections() {
        var objections = new ArrayList<String>();
        var host = bench.seen(bench.host);
        var found = Leftovers.found(host);
        var held = new TreeMap<Ip, Living>();
        living.values()
                .forEach(one -> one.addresses().forEach(ip -> {
                    var other = held.put(ip, one);
                    if (other != null) {
                        objections.add("%s is shared by %s and %s".formatted(ip, other, one));
                    }
                    if (found.stream().noneMatch(link -> link.key().equals(one.key()) && carries(link, ip))) {
                        objections.add("%s of %s is not routed: %s".formatted(ip, one, found));
                    }
                    if (Leftovers.rulesFor(host, List.of(ip)).size() != 2) {
                        objections.add("%s of %s lacks rules".formatted(ip, one));
                    }
                    if (bench.atTheCloud.enis().stream()
                            .noneMatch(eni -> eni.status() == EniStatus.IN_USE
                                    && eni.eni().addresses().contains(ip))) {
                        objections.add("%s of %s is on no ENI".formatted(ip, one));
                    }
                    bench.disk.leases().stream()
                            .filter(lease -> lease.addresses().all().contains(ip)
                                    && !lease.key().equals(one.key()))
                            .map(Lease::toString)
                            .forEach(lease -> objections.add("%s of %s has %s".formatted(ip, one, lease)));
                }));
        return objections;
    }

    private static boolean carries(FoundAttachment link, Ip ip) {
        return link.addresses().contains(ip);
    }

    @Override
    public void close() {
        bench.close();
    }
}
