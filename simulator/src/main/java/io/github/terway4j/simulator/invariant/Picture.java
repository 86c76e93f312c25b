package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is so now, on all nodes and in the cloud, as far as invariants ask. */
public final class Picture {
    private final SortedMap<String, NodePicture> nodes = new TreeMap<>();
    private final SortedMap<EniId, CloudEni> enis = new TreeMap<>();
    private final Holders byLease = new Holders();
    private final Holders byLife = new Holders();
    private final Robberies robberies = new Robberies();
    private long connections;
    private Instant time = Instant.MIN;

    /** A node has joined. */
    public void add(String node, Instance instance) {
        nodes.put(node, new NodePicture(instance.id(), instance.limits()));
    }

    /** Whether what is kept of a node's kernel is what a look at it shows. */
    public boolean agreesWith(String node, KernelState host) {
        return node(node).marks.agreesWith(host);
    }

    /** The attachments with which pods live on the node. */
    public SortedSet<AttachmentKey> living(String node) {
        return new TreeSet<>(node(node).living.keySet());
    }

    /** The pods that live on the node with an address that somebody else has taken from them. */
    public List<PodRef> victims(String node) {
        return node(node).living.entrySet().stream()
                .filter(living -> living.getValue().addresses().all().stream()
                        .anyMatch(ip ->
                                harmed(ip, Holder.of(node, living.getValue().pod(), living.getKey()))))
                .map(living -> living.getValue().pod())
                .toList();
    }

    /** Whether nothing of ours for any pod is in the node's kernel. */
    public boolean bare(String node) {
        return node(node).marks.isEmpty();
    }

    /** What of ours is in the node's kernel without a lease, retired links included. */
    public List<String> leftovers(String node) {
        return node(node)
                .marks
                .marks(node)
                .filter(mark -> mark.orphaned(this))
                .map(Mark::toString)
                .toList();
    }

    /** How often a pod was connected. */
    public long connections() {
        return connections;
    }

    NodePicture node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    Collection<CloudEni> enis() {
        return enis.values();
    }

    Optional<CloudEni> eni(EniId id) {
        return Optional.ofNullable(enis.get(id));
    }

    SortedMap<String, NodePicture> nodes() {
        return nodes;
    }

    /** Whether the ENI serves the node, with this address. */
    boolean carries(NodePicture node, EniId eni, Ip ip) {
        return eni(eni).filter(found -> found.status() == EniStatus.IN_USE
                        && found.attachedTo(node.instance)
                        && found.eni().carries(ip))
                .isPresent();
    }

    /** Whoever holds the address, by lease, because a pod lives with it, or because a route leads there. */
    Stream<Holder> holders(Ip ip) {
        var byRoute = nodes.entrySet().stream()
                .flatMap(node -> node.getValue().marks.waysTo(ip).map(link -> new Holder(node.getKey(), link)));
        return Stream.of(byLease.of(ip).stream(), byLife.of(ip).stream(), byRoute)
                .flatMap(holders -> holders)
                .distinct();
    }

    /** Since when the address is gone that somebody who has nothing to do with us took from the node, if that is so. */
    Optional<Instant> robbed(Ip ip, String node) {
        return robberies.since(ip, node);
    }

    /** Whether this one holds what is gone, and does not know. */
    boolean harmed(Ip ip, Holder holder) {
        return robberies.harmed(ip, holder);
    }

    /** When the last event was. */
    Instant time() {
        return time;
    }

    boolean leased(String node, Ip ip) {
        return byLease.of(ip).stream().anyMatch(holder -> holder.node().equals(node));
    }

    void apply(Change change, Instant now) {
        time = now;
        switch (change) {
            case Change.LeaseWritten(var name, var lease) -> {
                erase(name, lease.key());
                var holder = Holder.of(name, lease.pod(), lease.key());
                node(name).leases.put(lease.key(), lease);
                byLease.add(lease.addresses().all(), holder);
                lease.addresses().all().stream()
                        .filter(ip -> robbed(ip, name).isPresent())
                        .forEach(ip -> robberies.deceive(ip, holder));
            }
            case Change.LeaseErased(var name, var lease) -> erase(name, lease.key());
            case Change.KernelStepped(var name, var step) -> node(name).marks.done(step);
            case Change.SandboxGone(var name, var ns) -> node(name).marks.gone(ns);
            case Change.PodConnected(var name, var pod, var key, var addresses) -> {
                end(name, key);
                connections++;
                node(name).living.put(key, new NodePicture.LivingPod(pod, addresses));
                byLife.add(addresses.all(), Holder.of(name, pod, key));
            }
            case Change.PodEnding(var name, var key) -> end(name, key);
            case Change.EniChanged changed -> {
                if (changed.by() == Change.By.SOMEBODY_ELSE) {
                    nodes.forEach((name, node) -> changed.lost(node.instance)
                            .forEach(ip ->
                                    robberies.take(ip, name, time, holders(ip).toList())));
                }
                nodes.forEach(
                        (name, node) -> changed.gained(node.instance).forEach(ip -> robberies.giveBack(ip, name)));
                changed.before().ifPresent(eni -> enis.remove(eni.id()));
                changed.after().ifPresent(eni -> enis.put(eni.id(), eni));
            }
            case Change.CloudCalled _ -> {}
        }
    }

    private void erase(String name, AttachmentKey key) {
        var lease = node(name).leases.remove(key);
        if (lease != null) {
            byLease.remove(lease.addresses().all(), Holder.of(name, lease.pod(), key));
            letGo(lease.addresses().all());
        }
    }

    private void end(String name, AttachmentKey key) {
        var lived = node(name).living.remove(key);
        if (lived != null) {
            byLife.remove(lived.addresses().all(), Holder.of(name, lived.pod(), key));
            letGo(lived.addresses().all());
        }
    }

    private void letGo(Collection<Ip> addresses) {
        addresses.forEach(ip -> robberies.letGo(ip, holders(ip).collect(Collectors.toCollection(TreeSet::new))));
    }
}
