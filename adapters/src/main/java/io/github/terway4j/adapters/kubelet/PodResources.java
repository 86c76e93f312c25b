package io.github.terway4j.adapters.kubelet;

import io.github.terway4j.domain.device.DeviceHolder;
import io.github.terway4j.domain.device.DeviceResource;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.DeviceCensus;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kubelet.podresources.v1.ListPodResourcesRequest;
import kubelet.podresources.v1.ListPodResourcesResponse;
import kubelet.podresources.v1.PodResourcesListerGrpc;

/** Who has what, as the kubelet says on its second socket. */
final class PodResources implements AutoCloseable {
    private static final Comparator<DeviceHolder> ORDER =
            Comparator.comparing(DeviceHolder::pod).thenComparing(DeviceHolder::resource);

    private final Path socket;
    private final ManagedChannel channel;

    PodResources(Path socket, Wire wire) {
        this.socket = socket;
        this.channel = wire.to(socket);
    }

    DeviceCensus holders() {
        if (SeenSocket.at(socket).isEmpty()) {
            return new DeviceCensus.Unreadable("there is no " + socket);
        }
        // It may have begun anew since: do not wait until it would be tried again.
        channel.resetConnectBackoff();
        try {
            return new DeviceCensus.Complete(holders(PodResourcesListerGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(Wire.PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .list(ListPodResourcesRequest.getDefaultInstance())));
        } catch (StatusRuntimeException failed) {
            return new DeviceCensus.Unreadable(
                    failed.getStatus().getCode() == Status.Code.UNIMPLEMENTED
                            ? "the kubelet does not say which pods have which devices"
                            : "the kubelet has not said which pods have which devices: " + failed.getStatus());
        }
    }

    private static List<DeviceHolder> holders(ListPodResourcesResponse all) {
        var holders = new ArrayList<DeviceHolder>();
        for (var pod : all.getPodResourcesList()) {
            var devices = new TreeMap<DeviceResource, List<String>>();
            pod.getContainersList().stream()
                    .flatMap(container -> container.getDevicesList().stream())
                    .forEach(some -> DeviceResource.named(some.getResourceName())
                            .ifPresent(resource -> devices.computeIfAbsent(resource, _ -> new ArrayList<>())
                                    .addAll(some.getDeviceIdsList())));
            devices.forEach((resource, ids) -> holders.add(new DeviceHolder(
                    new PodRef(pod.getNamespace(), pod.getName()),
                    resource,
                    ids.stream().distinct().sorted().toList())));
        }
        holders.sort(ORDER);
        return holders;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
