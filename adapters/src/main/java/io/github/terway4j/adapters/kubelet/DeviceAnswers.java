package io.github.terway4j.adapters.kubelet;

import io.github.terway4j.domain.device.DeviceOffer;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import kubelet.deviceplugin.v1beta1.AllocateRequest;
import kubelet.deviceplugin.v1beta1.AllocateResponse;
import kubelet.deviceplugin.v1beta1.ContainerAllocateRequest;
import kubelet.deviceplugin.v1beta1.ContainerAllocateResponse;
import kubelet.deviceplugin.v1beta1.Device;
import kubelet.deviceplugin.v1beta1.DevicePluginGrpc;
import kubelet.deviceplugin.v1beta1.DevicePluginOptions;
import kubelet.deviceplugin.v1beta1.DeviceSpec;
import kubelet.deviceplugin.v1beta1.Empty;
import kubelet.deviceplugin.v1beta1.ListAndWatchResponse;

/** What the kubelet is told when it asks for the devices of one resource. */
final class DeviceAnswers extends DevicePluginGrpc.DevicePluginImplBase {
    private final List<StreamObserver<ListAndWatchResponse>> watchers = new ArrayList<>();
    private DeviceOffer shown;

    DeviceAnswers(DeviceOffer first) {
        shown = first;
    }

    /** Whoever watches sees it, if it is not what they saw last. */
    synchronized void show(DeviceOffer offer) {
        var news = !offer.devices().equals(shown.devices());
        shown = offer;
        if (news) {
            watchers.forEach(watcher -> watcher.onNext(list()));
        }
    }

    synchronized boolean isWatched() {
        return !watchers.isEmpty();
    }

    /** We need nothing before a container starts, and no device is better than another. */
    @Override
    public void getDevicePluginOptions(Empty request, StreamObserver<DevicePluginOptions> answer) {
        answer.onNext(DevicePluginOptions.getDefaultInstance());
        answer.onCompleted();
    }

    @Override
    public synchronized void listAndWatch(Empty request, StreamObserver<ListAndWatchResponse> answer) {
        // Otherwise what is said to one who has gone would be thrown at us.
        ((ServerCallStreamObserver<ListAndWatchResponse>) answer).setOnCancelHandler(() -> left(answer));
        watchers.add(answer);
        answer.onNext(list());
    }

    private synchronized void left(StreamObserver<ListAndWatchResponse> watcher) {
        watchers.remove(watcher);
    }

    /** Which ENI it will be is decided when the pod's network is made; a container needs no more than the files. */
    @Override
    public void allocate(AllocateRequest request, StreamObserver<AllocateResponse> answer) {
        var offer = offer();
        var stranger = request.getContainerRequestsList().stream()
                .map(ContainerAllocateRequest::getDevicesIdsList)
                .flatMap(List::stream)
                .filter(id ->
                        offer.devices().stream().noneMatch(device -> device.id().equals(id)))
                .findFirst();
        if (stranger.isPresent()) {
            answer.onError(Status.INVALID_ARGUMENT
                    .withDescription("there is no " + stranger.get() + " among " + offer.words())
                    .asRuntimeException());
            return;
        }
        var all = AllocateResponse.newBuilder();
        request.getContainerRequestsList().forEach(_ -> all.addContainerResponses(container(offer)));
        answer.onNext(all.build());
        answer.onCompleted();
    }

    private synchronized DeviceOffer offer() {
        return shown;
    }

    private static ContainerAllocateResponse container(DeviceOffer offer) {
        var container = ContainerAllocateResponse.newBuilder();
        offer.files()
                .forEach(file -> container.addDevices(DeviceSpec.newBuilder()
                        .setContainerPath(file)
                        .setHostPath(file)
                        .setPermissions("rw")));
        return container.build();
    }

    private ListAndWatchResponse list() {
        var list = ListAndWatchResponse.newBuilder();
        shown.devices()
                .forEach(device -> list.addDevices(
                        Device.newBuilder().setID(device.id()).setHealth(device.healthy() ? "Healthy" : "Unhealthy")));
        return list.build();
    }
}
