package io.github.terway4j.domain.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What pods can have of one resource.
 *
 * @param devices each by a name of its own
 * @param files devices' files of the node, by their paths, that a container sees which has got some
 */
public record DeviceOffer(DeviceResource resource, List<Device> devices, List<String> files) {
    public DeviceOffer {
        devices = List.copyOf(devices);
        files = List.copyOf(files);
    }

    /**
     * So many in all, of which so many are healthy: first those that somebody has, lest one that is free be given in the place
     * of one that is not to be had.
     *
     * @param held the ids of those that pods have; others than ours are passed over
     */
    public static DeviceOffer of(
            DeviceResource resource, int all, int healthy, Collection<String> held, List<String> files) {
        var ids = new ArrayList<String>();
        for (int number = 0; number < all; number++) {
            ids.add("eni-" + number);
        }
        Set<String> chosen = new TreeSet<>();
        ids.stream().filter(held::contains).limit(Math.max(0, healthy)).forEach(chosen::add);
        ids.stream()
                .filter(id -> !held.contains(id))
                .limit(Math.max(0, healthy - chosen.size()))
                .forEach(chosen::add);
        return new DeviceOffer(
                resource,
                ids.stream().map(id -> new Device(id, chosen.contains(id))).toList(),
                files);
    }

    /** How many a pod can be given, or has. */
    public int healthy() {
        return (int) devices.stream().filter(Device::healthy).count();
    }

    /** {@code aliyun/eni: 3 of 7 can be given} */
    public String words() {
        return "%s: %d of %d can be given".formatted(resource.text(), healthy(), devices.size());
    }
}
