package io.github.terway4j.features.runtime;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import runtime.v1.LinuxPodSandboxConfig;
import runtime.v1.ListPodSandboxRequest;
import runtime.v1.PodIP;
import runtime.v1.PodSandbox;
import runtime.v1.PodSandboxConfig;
import runtime.v1.PodSandboxMetadata;
import runtime.v1.PodSandboxState;
import runtime.v1.PodSandboxStatusRequest;
import runtime.v1.RemovePodSandboxRequest;
import runtime.v1.RunPodSandboxRequest;
import runtime.v1.RuntimeServiceGrpc;
import runtime.v1.RuntimeServiceGrpc.RuntimeServiceBlockingStub;
import runtime.v1.StopPodSandboxRequest;
import runtime.v1.VersionRequest;

/**
 * A container runtime, asked on its unix socket in its own language (CRI v1). What it refuses is thrown as gRPC's {@link
 * io.grpc.StatusRuntimeException}. Where nobody listens just now, a call waits until somebody does.
 */
final class ContainerRuntime implements AutoCloseable {
    /** A kubelet gives it four minutes; here nothing takes so long but what is broken. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ManagedChannel channel;
    private final String cgroup;

    /** @param cgroup below which sandboxes are to live */
    ContainerRuntime(Path socket, String cgroup) {
        this.cgroup = cgroup;
        channel = NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioDomainSocketChannel.class)
                .eventLoopGroup(loop)
                .usePlaintext()
                .overrideAuthority("localhost")
                .build();
    }

    /** Its name and version. */
    String version() {
        var answer = calls().version(VersionRequest.getDefaultInstance());
        return answer.getRuntimeName() + " " + answer.getRuntimeVersion();
    }

    /** Makes a sandbox with a network; says its id. */
    String run(PodSandboxMetadata pod) {
        var config = PodSandboxConfig.newBuilder()
                .setMetadata(pod)
                .setHostname(pod.getName())
                .setLinux(LinuxPodSandboxConfig.newBuilder().setCgroupParent(cgroup));
        return calls().runPodSandbox(
                        RunPodSandboxRequest.newBuilder().setConfig(config).build())
                .getPodSandboxId();
    }

    /** Ends what runs in it, and its network. One that has been stopped before is no error. */
    void stop(String sandbox) {
        calls().stopPodSandbox(StopPodSandboxRequest.newBuilder()
                .setPodSandboxId(sandbox)
                .build());
    }

    /** Forgets it. One that is unknown is no error. */
    void remove(String sandbox) {
        calls().removePodSandbox(RemovePodSandboxRequest.newBuilder()
                .setPodSandboxId(sandbox)
                .build());
    }

    List<PodSandbox> list() {
        return calls().listPodSandbox(ListPodSandboxRequest.getDefaultInstance())
                .getItemsList();
    }

    /** The addresses of a sandbox that is ready; none of one that is not. */
    List<String> addresses(String sandbox) {
        var status = calls().podSandboxStatus(PodSandboxStatusRequest.newBuilder()
                        .setPodSandboxId(sandbox)
                        .build())
                .getStatus();
        var network = status.getNetwork();
        return status.getState() == PodSandboxState.SANDBOX_READY
                ? Stream.concat(
                                Stream.of(network.getIp()),
                                network.getAdditionalIpsList().stream().map(PodIP::getIp))
                        .toList()
                : List.of();
    }

    /** Whatever it says of a sandbox beyond the protocol, which is for people to read. */
    String details(String sandbox) {
        return calls().podSandboxStatus(PodSandboxStatusRequest.newBuilder()
                        .setPodSandboxId(sandbox)
                        .setVerbose(true)
                        .build())
                .getInfoMap()
                .toString();
    }

    /** It listens anew: do not wait until it would be tried again. */
    void reconnect() {
        channel.resetConnectBackoff();
    }

    private RuntimeServiceBlockingStub calls() {
        return RuntimeServiceGrpc.newBlockingStub(channel)
                .withWaitForReady()
                .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        var _ = loop.shutdownGracefully();
    }
}
