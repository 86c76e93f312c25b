package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The leases, by whatever one asks for them: sandbox, pod, address, ENI. */
final class Leases {
    private final TreeMap<AttachmentKey, Lease> leases = new TreeMap<>();
    private final TreeMap<Ip, AttachmentKey> holders = new TreeMap<>();
    private final TreeMap<PodRef, TreeSet<AttachmentKey>> ofPods = new TreeMap<>();
    private final TreeMap<EniId, Integer> onEnis = new TreeMap<>();

    /** Adds the lease, or writes it over one of the same key with the same addresses. */
    void add(Lease lease) {
        for (var ip : lease.addresses().all()) {
            holder(ip).filter(holder -> !holder.equals(lease.key())).ifPresent(holder -> {
                throw new IllegalStateException(
                        "%s is held by %s and cannot be granted to %s".formatted(ip, holder, lease.key()));
            });
        }
        of(lease.key())
                .filter(before -> !before.addresses().equals(lease.addresses()))
                .ifPresent(before -> {
                    throw new IllegalStateException("%s holds %s and cannot be granted %s besides"
                            .formatted(lease.key(), before.addresses(), lease.addresses()));
                });
        remove(lease.key());
        leases.put(lease.key(), lease);
        lease.addresses().all().forEach(ip -> holders.put(ip, lease.key()));
        ofPods.computeIfAbsent(lease.pod(), _ -> new TreeSet<>()).add(lease.key());
        onEnis.merge(lease.eni(), 1, Integer::sum);
    }

    Optional<Lease> remove(AttachmentKey key) {
        var lease = Optional.ofNullable(leases.remove(key));
        lease.ifPresent(ended -> {
            ended.addresses().all().forEach(holders::remove);
            var ofPod = ofPods.getOrDefault(ended.pod(), new TreeSet<>());
            ofPod.remove(key);
            if (ofPod.isEmpty()) {
                ofPods.remove(ended.pod());
            }
            onEnis.merge(ended.eni(), -1, Integer::sum);
            onEnis.remove(ended.eni(), 0);
        });
        return lease;
    }

    Optional<Lease> of(AttachmentKey key) {
        return Optional.ofNullable(leases.get(key));
    }

    /** Of any sandbox of the pod, for that interface. */
    Optional<Lease> of(PodRef pod, LinkName interfaceName) {
        return ofPods.getOrDefault(pod, new TreeSet<>()).stream()
                .filter(key -> key.interfaceName().equals(interfaceName))
                .findFirst()
                .flatMap(this::of);
    }

    Optional<AttachmentKey> holder(Ip ip) {
        return Optional.ofNullable(holders.get(ip));
    }

    boolean isHeld(Ip ip) {
        return holders.containsKey(ip);
    }

    /** How many addresses between these two are held, both included. */
    int between(Ip first, Ip last) {
        return holders.subMap(first, true, last, true).size();
    }

    int on(EniId eni) {
        return onEnis.getOrDefault(eni, 0);
    }

    /** In the order of their keys. */
    List<Lease> all() {
        return List.copyOf(leases.values());
    }
}
