package io.github.terway4j.simulator.kubelet;

import io.github.terway4j.domain.device.Device;
import io.github.terway4j.domain.device.DeviceHolder;
import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.DeviceCensus;
import io.github.terway4j.ports.out.DeviceDesk;
import io.github.terway4j.ports.out.OfferOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what it is offered while it runs; which pods have what it remembers when it begins anew, as a kubelet does. */
public final class SimulatedKubelet implements DeviceDesk {
    private final TreeMap<DeviceResource, DeviceOffer> counted = new TreeMap<>();
    private final TreeMap<PodRef, TreeMap<DeviceResource, List<String>>> given = new TreeMap<>();
    private Optional<String> away = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Optional<String> silence = Optional.empty();
    private int introductions;

    /** It ends, and forgets who offers what. */
    public void stop() {
        away = Optional.of("no kubelet runs");
        counted.clear();
    }

    public void start() {
        away = Optional.empty();
    }

    /** From now on it wants nothing that it does not count already. */
    public void refuse(String words) {
        refusal = Optional.of(words);
    }

    public void accept() {
        refusal = Optional.empty();
    }

    /** From now on it does not say who has what. */
    public void holdBack(String words) {
        silence = Optional.of(words);
    }

    /** How often somebody has told it of a resource that it did not count. */
    public int introductions() {
        return introductions;
    }

    /** Empty of what it does not count. */
    public List<Device> devices(DeviceResource resource) {
        return Optional.ofNullable(counted.get(resource))
                .map(DeviceOffer::devices)
                .orElseGet(List::of);
    }

    /** Gives a pod so many that are healthy and nobody's; empty, and nothing given, where there are not as many. */
    public Optional<List<String>> admit(PodRef pod, DeviceResource resource, int count) {
        var free = devices(resource).stream()
                .filter(Device::healthy)
                .map(Device::id)
                .filter(id -> !isGiven(resource, id))
                .limit(count)
                .toList();
        if (free.size() < count) {
            return Optional.empty();
        }
        give(pod, resource, free);
        return Optional.of(free);
    }

    private boolean isGiven(DeviceResource resource, String id) {
        return given.values().stream()
                .anyMatch(devices -> devices.getOrDefault(resource, List.of()).contains(id));
    }

    /** A pod has these, whatever was counted. */
    public void give(PodRef pod, DeviceResource resource, List<String> devices) {
        given.computeIfAbsent(pod, _ -> new TreeMap<>()).put(resource, List.copyOf(devices));
    }

    /** The pod is gone, and has nothing any more. */
    public void forget(PodRef pod) {
        given.remove(pod);
    }

    @Override
    public OfferOutcome offer(DeviceOffer offer) {
        if (away.isPresent()) {
            return new OfferOutcome.NobodyThere(away.get());
        }
        if (!counted.containsKey(offer.resource())) {
            if (refusal.isPresent()) {
                return new OfferOutcome.Refused(refusal.get());
            }
            introductions++;
        }
        counted.put(offer.resource(), offer);
        return new OfferOutcome.Counted();
    }

    @Override
    public DeviceCensus holders() {
        return silence.or(() -> away)
                .<DeviceCensus>map(DeviceCensus.Unreadable::new)
                .orElseGet(() -> new DeviceCensus.Complete(given.entrySet().stream()
                        .flatMap(pod -> pod.getValue().entrySet().stream()
                                .map(entry -> new DeviceHolder(pod.getKey(), entry.getKey(), entry.getValue())))
                        .sorted(Comparator.comparing(DeviceHolder::pod).thenComparing(DeviceHolder::resource))
                        .toList()));
    }
}
