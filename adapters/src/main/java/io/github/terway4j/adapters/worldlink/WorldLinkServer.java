package io.github.terway4j.adapters.worldlink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The world's end: offers ports by name on a unix socket, and answers each call in a thread of its own. */
public final class WorldLinkServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WorldLinkServer.class.getName());

    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final Path socket;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> callers = ConcurrentHashMap.newKeySet();

    private record Offer(Class<?> port, Object implementation) {}

    private WorldLinkServer(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /**
     * Listens from now on; nothing stands behind the socket until it is offered. A socket left by a process that died is
     * taken over.
     */
    public static WorldLinkServer at(Path socket) {
        try {
            clear(socket);
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            var link = new WorldLinkServer(socket, server);
            Thread.ofVirtual().name("world link " + socket).start(link::accept);
            return link;
        } catch (IOException failed) {
            throw new UncheckedIOException("nothing can listen at " + socket, failed);
        }
    }

    private static void clear(Path socket) throws IOException {
        if (!Files.exists(socket)
                || !Files.readAttributes(socket, BasicFileAttributes.class).isOther()) {
            return;
        }
        try (var probe = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            throw new IOException("somebody listens there already: " + probe);
        } catch (ConnectException nobody) {
            Files.delete(socket);
        }
    }

    public <T> void offer(Class<T> port, String name, T implementation) {
        offers.put(name, new Offer(port, implementation));
    }

    private void accept() {
        try {
            while (true) {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (ClosedChannelException closed) {
            LOG.log(Level.DEBUG, "the world link at {0} is closed", socket);
        } catch (IOException failed) {
            LOG.log(Level.ERROR, "the world link at " + socket + " has ended", failed);
        }
    }

    private void serve(SocketChannel caller) {
        try (caller) {
            callers.add(caller);
            if (server.isOpen()) {
                Frames.write(caller, answer(Frames.read(caller)));
            }
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a caller of the world link is gone: {0}", gone.toString());
        } finally {
            callers.remove(caller);
        }
    }

    private Map<String, Object> answer(Map<String, Object> question) {
        try {
            return Map.of(
                    "value",
                    answer(
                            String.valueOf(question.get("port")),
                            String.valueOf(question.get("method")),
                            question.get("arguments") instanceof List<?> list ? list : List.of()));
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "the world could not answer " + question, mistake);
            return Map.of("mistake", String.valueOf(mistake.getMessage()));
        }
    }

    private Object answer(String name, String called, List<?> arguments) {
        var offer = offers.get(name);
        if (offer == null) {
            throw new IllegalArgumentException("the world offers no %s; it offers %s".formatted(name, offers.keySet()));
        }
        var method = method(offer.port(), called);
        var types = method.getGenericParameterTypes();
        var values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = Codec.value(arguments.get(i), Shape.of(types[i]));
        }
        return Codec.plain(invoke(method, offer.implementation(), values), Shape.of(method.getGenericReturnType()));
    }

    /** Ports have no two methods of one name, but for those that say the same in other words, which stay with the caller. */
    private static Method method(Class<?> port, String name) {
        return Arrays.stream(port.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isDefault())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(port.getSimpleName() + " has no method " + name));
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(method.getName() + " failed: " + failed.getCause(), failed);
        }
    }

    /** Whoever waits for an answer learns that there will be none. */
    @Override
    public void close() {
        try {
            server.close();
            for (var caller : callers) {
                caller.close();
            }
            Files.deleteIfExists(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
