package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.MalformedMessageException;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Sought;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Linux's network configuration, by rtnetlink. It takes CAP_NET_ADMIN in the namespaces spoken of and CAP_SYS_ADMIN to
 * get there.
 *
 * <p>A namespace is named by any path that opens as one: {@code /run/netns/web}, {@code /proc/self/ns/net}, {@code
 * /proc/4711/ns/net}, {@code /proc/self/fd/37}. Calls may come from any thread and do not wait for each other except
 * where the kernel makes them.
 */
public final class NetlinkKernel implements Kernel, AutoCloseable {
    /** The kernel changes links and most else under one lock, so more hands would only wait for each other. */
    private static final int THREADS = 4;

    private final PlatformThreads threads = new PlatformThreads("netlink-", THREADS);
    private final Doorkeeper doorkeeper;

    /** Opens each namespace anew for each call. */
    public NetlinkKernel() {
        this(List.of());
    }

    /**
     * @param longLived namespaces that are kept open from their first use until {@link #close}, and so kept alive; their
     *     paths must go on naming the same ones
     */
    public NetlinkKernel(List<NetNs> longLived) {
        this.doorkeeper = new Doorkeeper(longLived);
    }

    @Override
    public KernelOutcome apply(List<KernelStep> steps) {
        return threads.run(() -> {
            try (var conversation = new Conversation(doorkeeper)) {
                return new StepRunner(conversation).run(steps);
            }
        });
    }

    @Override
    public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
        return look(ns, namespace -> new NamespaceReader(namespace).read(sysctlKeys));
    }

    @Override
    public Observation glance(Sought sought) {
        return look(sought.ns(), namespace -> new Glancer(namespace, sought).read());
    }

    private Observation look(NetNs ns, Function<OpenNamespace, KernelState> reading) {
        return threads.run(() -> {
            try (var conversation = new Conversation(doorkeeper)) {
                return new Observation.Seen(reading.apply(conversation.in(ns)));
            } catch (NoSuchNamespaceException none) {
                return new Observation.NoSuchNamespace(ns, none.words());
            } catch (ErrnoException | MalformedMessageException failure) {
                return new Observation.Unreadable(ns, String.valueOf(failure.getMessage()));
            }
        });
    }

    @Override
    public Optional<List<Link>> beyond(NetNs ns) {
        return threads.run(() -> {
            try (var conversation = new Conversation(doorkeeper)) {
                return Optional.of(new NeighbourNamespaces(conversation.with(ns))
                        .marked().stream()
                                .map(far -> far.link().link())
                                .sorted(Comparator.comparing(Link::alias))
                                .toList());
            } catch (NoSuchNamespaceException | ErrnoException | MalformedMessageException failure) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean knows(LinkKind kind, NetNs ns) {
        return threads.run(() -> {
            try (var conversation = new Conversation(doorkeeper)) {
                return !conversation.with(ns).perform(LinkMessages.tryOut(kind)).is(Errno.EOPNOTSUPP);
            }
        });
    }

    @Override
    public boolean knowsTags(NetNs ns) {
        return threads.run(() -> {
            try (var conversation = new Conversation(doorkeeper)) {
                return !conversation
                        .with(ns)
                        .perform(FilterMessages.tryOutTags())
                        .is(Errno.ENOENT);
            }
        });
    }

    /** Lets go of what is kept; calls under way end as they would have. */
    @Override
    public void close() {
        doorkeeper.close();
        threads.close();
    }
}
