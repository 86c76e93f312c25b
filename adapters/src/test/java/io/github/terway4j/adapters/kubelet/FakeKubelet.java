package io.github.terway4j.adapters.kubelet;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import kubelet.deviceplugin.v1beta1.AllocateRequest;
import kubelet.deviceplugin.v1beta1.AllocateResponse;
import kubelet.deviceplugin.v1beta1.ContainerAllocateRequest;
import kubelet.deviceplugin.v1beta1.DevicePluginGrpc;
import kubelet.deviceplugin.v1beta1.DevicePluginOptions;
import kubelet.deviceplugin.v1beta1.Empty;
import kubelet.deviceplugin.v1beta1.ListAndWatchResponse;
import kubelet.deviceplugin.v1beta1.RegisterRequest;
import kubelet.deviceplugin.v1beta1.RegistrationGrpc;
import kubelet.podresources.v1.ContainerDevices;
import kubelet.podresources.v1.ContainerResources;
import kubelet.podresources.v1.ListPodResourcesRequest;
import kubelet.podresources.v1.ListPodResourcesResponse;
import kubelet.podresources.v1.PodResources;
import kubelet.podresources.v1.PodResourcesListerGrpc;

/**
 * As much of a kubelet as those who count devices for it get to see, by real gRPC on real sockets: it takes registrations,
 * comes to ask and to watch, asks for allocations, says who has what, and when it begins it clears its folder.
 */
final class FakeKubelet implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Path folder;
    private final Path podResources;
    private final Wire wire = new Wire();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final TreeMap<String, Watch> watches = new TreeMap<>();
    private final List<RegisterRequest> registrations = new ArrayList<>();
    private final List<PodResources> pods = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private boolean deaf;
    private boolean lateComing;

    /** What it has seen of one resource. */
    private static final class Watch {
        private final ManagedChannel channel;
        /** Each with its health. */
        private List<String> devices = List.of();

        private int lists;
        private boolean ended;

        Watch(ManagedChannel channel) {
            this.channel = channel;
        }
    }

    FakeKubelet(Path home) throws IOException {
        folder = Files.createDirectories(home.resolve("device-plugins"));
        podResources = Files.createDirectories(home.resolve("pod-resources")).resolve("kubelet.sock");
    }

    FakeKubelet start() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        servers.add(wire.at(folder.resolve("kubelet.sock"), new Registrations()));
        servers.add(wire.at(podResources, new Lister()));
        return this;
    }

    /** Its sockets go with it, as those of a program that ends in peace. */
    void stop() {
        servers.forEach(Server::shutdownNow);
        servers.clear();
        locked(() -> {
            watches.values().forEach(watch -> watch.channel.shutdownNow());
            watches.clear();
            return true;
        });
    }

    /** From now on it wants nobody. */
    void refuse(String words) {
        refusal = Optional.of(words);
    }

    void accept() {
        refusal = Optional.empty();
    }

    /** It takes registrations, and never comes to ask. */
    void beDeaf(boolean is) {
        deaf = is;
    }

    /** From now on it answers a registration before it comes to ask, as kubelets do. */
    void comeLate() {
        lateComing = true;
    }

    /** It says no more who has what. */
    void holdBack() throws IOException {
        servers.removeLast().shutdownNow();
        Files.deleteIfExists(podResources);
    }

    List<RegisterRequest> registrations() {
        return locked(() -> List.copyOf(registrations));
    }

    /** How many lists it has been sent of the resource by whom it watches now. */
    int lists(String resource) {
        return locked(() -> watch(resource).lists);
    }

    /** @param devices each with its health */
    boolean comesToCount(String resource, List<String> devices) {
        return comesTo(() -> watches.containsKey(resource)
                && !watch(resource).ended
                && watch(resource).devices.equals(devices));
    }

    /** Whether who offered it is gone, or is in a moment. */
    boolean comesToMiss(String resource) {
        return comesTo(() -> watch(resource).ended);
    }

    void give(String namespace, String name, String resource, List<String> devices) {
        pods.add(PodResources.newBuilder()
                .setNamespace(namespace)
                .setName(name)
                .addContainers(ContainerResources.newBuilder()
                        .setName("main")
                        .addDevices(ContainerDevices.newBuilder()
                                .setResourceName(resource)
                                .addAllDeviceIds(devices)))
                .build());
    }

    AllocateResponse allocate(String resource, List<String> devices) {
        return DevicePluginGrpc.newBlockingStub(channel(resource))
                .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .allocate(AllocateRequest.newBuilder()
                        .addContainerRequests(
                                ContainerAllocateRequest.newBuilder().addAllDevicesIds(devices))
                        .build());
    }

    DevicePluginOptions options(String resource) {
        return DevicePluginGrpc.newBlockingStub(channel(resource))
                .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .getDevicePluginOptions(Empty.getDefaultInstance());
    }

    private Watch watch(String resource) {
        return Optional.ofNullable(watches.get(resource)).orElseThrow();
    }

    private ManagedChannel channel(String resource) {
        return locked(() -> watch(resource).channel);
    }

    private final class Registrations extends RegistrationGrpc.RegistrationImplBase {
        @Override
        public void register(RegisterRequest request, StreamObserver<Empty> answer) {
            if (refusal.isPresent()) {
                answer.onError(Status.UNKNOWN.withDescription(refusal.get()).asRuntimeException());
                return;
            }
            locked(() -> registrations.add(request));
            if (deaf || lateComing) {
                answer.onNext(Empty.getDefaultInstance());
                answer.onCompleted();
            }
            if (!deaf) {
                watch(
                        request,
                        lateComing
                                ? () -> {}
                                : () -> {
                                    answer.onNext(Empty.getDefaultInstance());
                                    answer.onCompleted();
                                });
            }
        }
    }

    private void watch(RegisterRequest request, Runnable first) {
        var watch = new Watch(wire.to(folder.resolve(request.getEndpoint())));
        locked(() -> {
            Optional.ofNullable(watches.put(request.getResourceName(), watch))
                    .ifPresent(before -> before.channel.shutdownNow());
            return true;
        });
        // It outlives the registration, in whose course it is begun.
        Context.ROOT.run(() -> DevicePluginGrpc.newStub(watch.channel)
                .listAndWatch(Empty.getDefaultInstance(), new Watcher(watch, first)));
    }

    private final class Watcher implements ClientResponseObserver<Empty, ListAndWatchResponse> {
        private final Watch watch;
        private final Runnable first;

        Watcher(Watch watch, Runnable first) {
            this.watch = watch;
            this.first = first;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<Empty> call) {}

        @Override
        public void onNext(ListAndWatchResponse list) {
            var isFirst = locked(() -> {
                watch.devices = list.getDevicesList().stream()
                        .map(device -> device.getID() + " " + device.getHealth())
                        .toList();
                return ++watch.lists == 1;
            });
            if (isFirst) {
                first.run();
            }
        }

        @Override
        public void onError(Throwable failed) {
            onCompleted();
        }

        @Override
        public void onCompleted() {
            locked(() -> {
                watch.ended = true;
                return true;
            });
        }
    }

    private final class Lister extends PodResourcesListerGrpc.PodResourcesListerImplBase {
        @Override
        public void list(ListPodResourcesRequest request, StreamObserver<ListPodResourcesResponse> answer) {
            answer.onNext(ListPodResourcesResponse.newBuilder()
                    .addAllPodResources(pods)
                    .build());
            answer.onCompleted();
        }
    }

    private interface Work<T> {
        T done();
    }

    private <T> T locked(Work<T> work) {
        lock.lock();
        try {
            return work.done();
        } finally {
            news.signalAll();
            lock.unlock();
        }
    }

    private boolean comesTo(BooleanSupplier state) {
        lock.lock();
        try {
            var left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!state.getAsBoolean() && left > 0) {
                left = news.awaitNanos(left);
            }
            return state.getAsBoolean();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        stop();
        wire.close();
    }
}
