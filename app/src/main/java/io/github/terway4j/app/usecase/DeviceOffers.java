package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.device.DeviceHolder;
import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.DeviceCensus;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What pods can have of each resource at this moment. No more is healthy than the pool could give by its last look; who has
 * an ENI without having asked for one leaves one less; and before the pool has looked, what pods have is theirs and no more is
 * promised.
 */
public final class DeviceOffers {
    private final Node node;
    private final NodeBook book;
    private final PoolOutlook outlook;

    public DeviceOffers(Node node, NodeBook book, PoolOutlook outlook) {
        this.node = node;
        this.book = book;
        this.outlook = outlook;
    }

    /** Those of which this node can have any. */
    public List<DeviceResource> resources() {
        return Arrays.stream(DeviceResource.values())
                .filter(resource -> node.most(resource) > 0)
                .toList();
    }

    /** Who has an address now, to be asked before the kubelet is: whoever asks for devices has them before an address. */
    List<Lease> leases() {
        return book.ask(LeaseBook::leases);
    }

    /** @param files that a container sees which has some of it */
    DeviceOffer of(DeviceResource resource, List<Lease> leases, DeviceCensus census, List<String> files) {
        var holders = switch (census) {
            case DeviceCensus.Complete(var all) ->
                all.stream().filter(holder -> holder.resource() == resource).toList();
            case DeviceCensus.Unreadable _ -> List.<DeviceHolder>of();
        };
        Set<String> held = new TreeSet<>();
        holders.forEach(holder -> held.addAll(holder.devices()));
        var most = node.most(resource);
        var healthy = outlook.of(node.wish(resource))
                .map(seen -> Math.min(most, seen.reach().pods())
                        - (census instanceof DeviceCensus.Complete ? uncounted(leases, seen, holders) : 0))
                .orElse(held.size());
        return DeviceOffer.of(resource, most, healthy, held, files);
    }

    /** Pods on such ENIs to which the kubelet has given nothing. */
    private static int uncounted(List<Lease> leases, PoolOutlook.Seen seen, List<DeviceHolder> holders) {
        Set<PodRef> counted = new TreeSet<>();
        holders.forEach(holder -> counted.add(holder.pod()));
        return (int) leases.stream()
                .filter(lease -> seen.enis().contains(lease.eni()))
                .filter(lease -> !counted.contains(lease.pod()))
                .count();
    }
}
