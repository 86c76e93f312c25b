package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.cni.CniDeeds;
import io.github.terway4j.adapters.cni.CniLimits;
import io.github.terway4j.adapters.cni.CniServer;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.adapters.tasks.WatchedTasks;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.Levels;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.in.ReportStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodePagesTest {
    private static final Fault AWAY = new Fault.Outside("the cloud is away");

    @TempDir
    private Path folder = Path.of("");

    private final AtomicLong nanos = new AtomicLong();
    private final SystemTasks system = new SystemTasks();
    private final WatchedTasks tasks = new WatchedTasks(system, system::close, nanos::get);
    private NodeStatus status = new NodeStatus.Ready();
    private NodePages pages = NodePages.open(options(Path.of("")), tasks);

    @BeforeEach
    void open() {
        pages.close();
        pages = NodePages.open(options(folder), tasks);
    }

    @AfterEach
    void close() {
        pages.close();
        tasks.close();
    }

    @Test
    void an_agent_that_begins_lives_and_is_not_ready() throws Exception {
        assertEquals(200, read("/livez").statusCode());
        var ready = read("/readyz");
        assertEquals(503, ready.statusCode());
        assertEquals("the agent begins\n", ready.body());
        assertTrue(read("/metrics").body().contains("terway4j_stuck_loops 0.0"));
    }

    @Test
    void it_is_ready_once_it_could_serve_a_pod_and_the_runtime_knows() throws Exception {
        serve();
        assertEquals(
                "the container runtime has not been told of us\n",
                read("/readyz").body());
        new CniPlace(Path.of(""), folder).announce("{}".getBytes(StandardCharsets.UTF_8));
        assertEquals(200, read("/readyz").statusCode());
        status = new NodeStatus.NotReady(AWAY);
        var ready = read("/readyz");
        assertEquals(503, ready.statusCode());
        assertEquals("the cloud is away\n", ready.body());
    }

    @Test
    void an_agent_whose_cloud_is_away_lives() throws Exception {
        try (var _ = door()) {
            serve();
            status = new NodeStatus.NotReady(AWAY);
            assertEquals(200, read("/livez").statusCode());
        }
    }

    @Test
    void where_nobody_answers_at_the_socket_it_does_not_live() throws Exception {
        serve();
        var live = read("/livez");
        assertEquals(503, live.statusCode());
        assertEquals("nobody answers at the CNI executable's socket\n", live.body());
    }

    @Test
    void a_loop_that_hangs_makes_it_fail_until_it_goes_on() throws Exception {
        var hangs = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        tasks.start("pool", () -> {
            begun.countDown();
            awaits(hangs);
            tasks.instant();
            ended.countDown();
            awaits(new CountDownLatch(1));
        });
        awaits(begun);
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        var live = read("/livez");
        assertEquals(503, live.statusCode());
        assertEquals("no sign of life for PT10M: pool\n", live.body());
        assertTrue(read("/metrics").body().contains("terway4j_stuck_loops 1.0"));
        hangs.countDown();
        awaits(ended);
        assertEquals(200, read("/livez").statusCode());
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        var levels = new Levels(List.of(), List.of(), List.of(), List.of(), 0, 0, Degradation.NONE);
        pages.serves(reporter(), () -> levels, () -> Duration.ZERO);
    }

    private ReportStatus reporter() {
        return new ReportStatus() {
            @Override
            public NodeStatus status() {
                return status;
            }

            @Override
            public List<Reservation> reservations() {
                return List.of();
            }
        };
    }

    /** The socket with nobody behind it who does anything. */
    private CniServer door() {
        var deeds = new CniDeeds(
                _ -> new AttachOutcome.NotAttached(AWAY),
                _ -> new DetachOutcome.NotDetached(AWAY),
                (_, _) -> new CheckOutcome.Unknown(),
                _ -> new DetachOutcome.NotDetached(AWAY),
                reporter());
        return CniServer.open(folder.resolve("cni.socket"), uid(), deeds, tasks, CniLimits.usual());
    }

    private static int uid() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private AgentOptions options(Path lists) {
        return new AgentOptions(
                "node-1",
                Path.of(""),
                new ClusterChoice.World(),
                new CloudChoice.World(),
                new ConfigChoice.ConfigMap(),
                "",
                folder.resolve("cni.socket"),
                folder,
                new NetNs("/proc/self/ns/net"),
                lists,
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                Path.of(""));
    }

    private HttpResponse<String> read(String path) throws Exception {
        var port = pages.addresses().getFirst().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
