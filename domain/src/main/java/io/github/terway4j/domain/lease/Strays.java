package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Attachments that stand in the kernel and of which no lease is remembered. What they hold is nobody else's. */
final class Strays {
    private final TreeMap<AttachmentKey, FoundAttachment> strays = new TreeMap<>();
    private final TreeMap<Ip, AttachmentKey> holders = new TreeMap<>();

    void add(FoundAttachment stray) {
        strays.put(stray.key(), stray);
        stray.addresses().forEach(ip -> holders.put(ip, stray.key()));
    }

    Optional<FoundAttachment> remove(AttachmentKey key) {
        var removed = Optional.ofNullable(strays.remove(key));
        removed.ifPresent(stray -> stray.addresses().forEach(holders::remove));
        return removed;
    }

    Optional<FoundAttachment> of(AttachmentKey key) {
        return Optional.ofNullable(strays.get(key));
    }

    Optional<FoundAttachment> of(PodRef pod, LinkName interfaceName) {
        return strays.values().stream()
                .filter(stray -> stray.key().interfaceName().equals(interfaceName) && stray.isOf(pod))
                .findFirst();
    }

    Optional<AttachmentKey> holder(Ip ip) {
        return Optional.ofNullable(holders.get(ip));
    }

    boolean hold(Ip ip) {
        return holders.containsKey(ip);
    }

    /** How many addresses between these two they hold, both included. */
    int between(Ip first, Ip last) {
        return holders.subMap(first, true, last, true).size();
    }

    /** In the order of their keys. */
    List<FoundAttachment> all() {
        return List.copyOf(strays.values());
    }
}
