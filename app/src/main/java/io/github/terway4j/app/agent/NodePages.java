package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.cni.CniClient;
import io.github.terway4j.adapters.http.HttpPage;
import io.github.terway4j.adapters.http.PageServer;
import io.github.terway4j.adapters.metrics.Gauges;
import io.github.terway4j.adapters.metrics.Page;
import io.github.terway4j.adapters.metrics.PrometheusMeter;
import io.github.terway4j.adapters.tasks.WatchedTasks;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.in.ReportLevels;
import io.github.terway4j.ports.in.ReportStatus;
import io.github.terway4j.ports.out.Meter;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * How it is with the agent, for those who ask again and again: the kubelet and Prometheus.
 *
 * <ul>
 *   <li>{@code /livez}: its loops and its CNI server answer. A cloud or a cluster that is away is no reason for it to die.
 *   <li>{@code /readyz}: it could serve a pod now, and the runtime knows of it.
 *   <li>{@code /metrics}: what is counted.
 * </ul>
 */
final class NodePages implements AutoCloseable {
    private static final Logger LOG = System.getLogger(NodePages.class.getName());

    /** Longer than all that a loop's round may wait for the cloud, the cluster and the kernel. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final CniPlace place;
    private final boolean askedForList;
    private final CniClient cni;
    private final WatchedTasks tasks;
    private final Page metrics = new Page();
    private final Meter meter;
    private final AtomicReference<Optional<ReportStatus>> serving = new AtomicReference<>(Optional.empty());
    private final List<PageServer> servers = new CopyOnWriteArrayList<>();

    private NodePages(AgentOptions options, WatchedTasks tasks) {
        this.place = new CniPlace(Path.of(""), options.lists());
        this.askedForList = !options.lists().equals(Path.of(""));
        this.cni = new CniClient(options.socket(), PATIENCE);
        this.tasks = tasks;
        this.meter = new PrometheusMeter(metrics, options.node());
        Gauges.ofLoops(metrics, () -> stuck().size());
    }

    /** Before anything else is begun: an agent that waits for its cloud lives. */
    static NodePages open(AgentOptions options, WatchedTasks tasks) {
        var pages = new NodePages(options, tasks);
        options.pages().forEach(pages::listen);
        return pages;
    }

    /** Counts what is read here. */
    Meter meter() {
        return meter;
    }

    /** From now on there is somebody who can say whether a pod could be served. */
    void serves(ReportStatus status, ReportLevels levels, Supplier<Duration> silence) {
        Gauges.ofNode(metrics, levels, status);
        Gauges.ofCluster(metrics, silence);
        serving.set(Optional.of(status));
    }

    /** Where it can be read by now. */
    List<InetSocketAddress> addresses() {
        return servers.stream().map(PageServer::address).toList();
    }

    /** Nobody's pod waits because somebody else has the port: it is tried again. */
    private void listen(InetSocketAddress address) {
        if (!opened(address)) {
            tasks.start("listening at " + address, () -> {
                do {
                    tasks.sleep(BETWEEN_TRIES);
                } while (!opened(address));
            });
        }
    }

    private boolean opened(InetSocketAddress address) {
        try {
            servers.add(PageServer.open(address, pages()));
            return true;
        } catch (UncheckedIOException taken) {
            LOG.log(Level.ERROR, "metrics and probes: {0}", taken.getMessage());
            return false;
        }
    }

    private Map<String, Supplier<HttpPage>> pages() {
        return Map.of(
                "/livez",
                this::live,
                "/readyz",
                this::ready,
                "/metrics",
                () -> HttpPage.of(metrics.contentType(), metrics.text()));
    }

    private List<String> stuck() {
        return tasks.stuck(SIGN_OF_LIFE);
    }

    private HttpPage live() {
        var stuck = stuck();
        if (!stuck.isEmpty()) {
            return HttpPage.unwell("no sign of life for %s: %s".formatted(SIGN_OF_LIFE, String.join(", ", stuck)));
        }
        // Before it serves, nobody listens there.
        return serving.get().isEmpty() || cni.isAnswered()
                ? HttpPage.well("alive")
                : HttpPage.unwell("nobody answers at the CNI executable's socket");
    }

    private HttpPage ready() {
        var status = serving.get();
        if (status.isEmpty()) {
            return HttpPage.unwell("the agent begins");
        }
        if (askedForList && !place.isAnnounced()) {
            return HttpPage.unwell("the container runtime has not been told of us");
        }
        return switch (status.get().status()) {
            case NodeStatus.Ready() -> HttpPage.well("ready");
            case NodeStatus.NotReady(var why) -> HttpPage.unwell(why.words());
        };
    }

    @Override
    public void close() {
        servers.forEach(PageServer::close);
    }
}
