package io.github.terway4j.adapters.kubelet;

import io.github.terway4j.domain.device.DeviceOffer;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.ports.out.DeviceCensus;
import io.github.terway4j.ports.out.DeviceDesk;
import io.github.terway4j.ports.out.OfferOutcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The kubelet of our node. After {@link #close} it counts nothing of ours as healthy any more. */
public final class KubeletDeviceDesk implements DeviceDesk, AutoCloseable {
    private final Wire wire = new Wire();
    private final Map<DeviceResource, Plugin> plugins = new EnumMap<>(DeviceResource.class);
    private final PodResources resources;

    /**
     * Speaks to nobody yet.
     *
     * @param home the kubelet's folder, {@code /var/lib/kubelet} mostly
     */
    public KubeletDeviceDesk(Path home, InstantSource clock) {
        var folder = home.resolve("device-plugins");
        for (var resource : DeviceResource.values()) {
            plugins.put(resource, new Plugin(resource, folder, wire, clock));
        }
        resources = new PodResources(home.resolve("pod-resources/kubelet.sock"), wire);
    }

    @Override
    public OfferOutcome offer(DeviceOffer offer) {
        return Objects.requireNonNull(plugins.get(offer.resource())).offer(offer);
    }

    @Override
    public DeviceCensus holders() {
        return resources.holders();
    }

    @Override
    public void close() {
        plugins.values().forEach(Plugin::close);
        resources.close();
        wire.close();
    }
}
