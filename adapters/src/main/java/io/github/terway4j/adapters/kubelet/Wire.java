package io.github.terway4j.adapters.kubelet;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * gRPC on unix sockets, by the JDK's own channels, both ways and on one thread: nothing that is answered here takes long. Why
 * so: docs/adr/0018-speak-to-the-kubelet-by-netty-on-the-jdks-sockets.md.
 */
final class Wire implements AutoCloseable {
    /** A kubelet is on the same machine; one that takes longer has other troubles. */
    static final long PATIENCE_SECONDS = 5;

    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    /** Nobody is called before the first call. */
    ManagedChannel to(Path socket) {
        return NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioDomainSocketChannel.class)
                .eventLoopGroup(loop)
                .usePlaintext()
                // A path is no name of a host.
                .overrideAuthority("localhost")
                .directExecutor()
                .build();
    }

    /** Listens; the file must not be there. */
    Server at(Path socket, BindableService service) throws IOException {
        return NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioServerDomainSocketChannel.class)
                .bossEventLoopGroup(loop)
                .workerEventLoopGroup(loop)
                .directExecutor()
                .addService(service)
                .build()
                .start();
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
