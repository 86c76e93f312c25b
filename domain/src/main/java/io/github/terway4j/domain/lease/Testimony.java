package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.ListedPod;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What witnesses who do not know of each other say of the node's attachments: the cluster by its list of pods, the kernel
 * by the links that stand, and the runtime by those that it has denied. One of them alone is never believed.
 *
 * @param pods all of the node's, as the cluster lists them
 * @param standing what the kernel shows
 * @param denied what the runtime has said is not its own
 */
public record Testimony(List<ListedPod> pods, List<FoundAttachment> standing, List<AttachmentKey> denied) {
    public Testimony {
        pods = List.copyOf(pods);
        standing = List.copyOf(standing);
        denied = List.copyOf(denied);
    }

    /**
     * Attachments that the cluster says are no pod's, and somebody on the node agrees: the kernel, where the link went with
     * the sandbox's namespace, or the runtime. In the order of their keys.
     */
    public List<AttachmentKey> suspects(Collection<Lease> leases, Collection<FoundAttachment> strays) {
        var suspects = new TreeSet<AttachmentKey>();
        leases.stream()
                .filter(this::clusterMisses)
                .map(Lease::key)
                .filter(key -> !stands(key) || denied.contains(key))
                .forEach(suspects::add);
        unleased(leases, strays)
                .filter(this::clusterMisses)
                // That it has no address and no lease says as much as a witness: no pod can speak through it.
                .filter(one -> !stands(one.key())
                        || denied.contains(one.key())
                        || one.addresses().isEmpty())
                .map(FoundAttachment::key)
                .forEach(suspects::add);
        return List.copyOf(suspects);
    }

    private Stream<FoundAttachment> unleased(Collection<Lease> leases, Collection<FoundAttachment> strays) {
        return Stream.concat(strays.stream(), standing.stream())
                .filter(one -> leases.stream().noneMatch(lease -> lease.key().equals(one.key())));
    }

    /** Whether the cluster lists no pod that may have this lease. A pod of the same name and another uid is another pod. */
    public boolean clusterMisses(Lease lease) {
        return misses(pod -> lease.podUid().isEmpty()
                ? pod.facts().pod().equals(lease.pod())
                : pod.facts().uid().equals(lease.podUid()));
    }

    /** The same of one that no lease speaks of. */
    public boolean clusterMisses(FoundAttachment attachment) {
        return misses(pod -> attachment.isOf(pod.facts().pod()));
    }

    private boolean misses(Predicate<ListedPod> its) {
        return pods.stream().filter(ListedPod::mayHaveAddress).noneMatch(its);
    }

    public boolean stands(AttachmentKey key) {
        return standing.stream().anyMatch(one -> one.key().equals(key));
    }
}
