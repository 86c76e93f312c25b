package io.github.terway4j.adapters.worldlink;

import java.lang.reflect.Proxy;
import java.nio.file.Path;

/** The agent's end: hands out ports whose calls are carried to the world behind a socket. */
public final class WorldLink {
    private final Path socket;

    private WorldLink(Path socket) {
        this.socket = socket;
    }

    public static WorldLink to(Path socket) {
        return new WorldLink(socket);
    }

    /**
     * The port that the world offers under this name, for any number of threads. A call that is lost on the way, or that
     * the world could not answer, is {@code Unknown} or {@code Unreadable} where the port knows such an answer, and
     * throws an {@link IllegalStateException} elsewhere. It waits for as long as the world lives.
     */
    public <T> T port(Class<T> type, String name) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new FarPort(socket, type.getSimpleName(), name)));
    }
}
