package io.github.terway4j.adapters.worldlink;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.PodLookup;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The agent's end: hands out ports whose calls are carried to the world behind a socket, a connection for each. */
public final class WorldLink {
    private final Path socket;

    private WorldLink(Path socket) {
        this.socket = socket;
    }

    public static WorldLink to(Path socket) {
        return new WorldLink(socket);
    }

    /**
     * The port that the world offers under this name. A call that is lost on the way is {@code Unknown} or {@code
     * Unreadable} where the port knows such an answer, and throws elsewhere.
     */
    public <T> T port(Class<T> type, String name) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(name, method, arguments == null ? List.of() : List.of(arguments))));
    }

    private Object call(String name, Method method, List<Object> arguments) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            Frames.write(channel, question(name, method, arguments));
            var answer = Frames.read(channel);
            var value = answer.get("value");
            return value == null
                    ? lost(method, String.valueOf(answer.get("mistake")))
                    : Codec.value(value, Shape.of(method.getGenericReturnType()));
        } catch (IOException broken) {
            return lost(method, "the world at %s did not answer: %s".formatted(socket, broken.getMessage()));
        }
    }

    private static Map<String, Object> question(String name, Method method, List<Object> arguments) {
        var types = method.getGenericParameterTypes();
        var plain = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            plain.add(Codec.plain(arguments.get(i), Shape.of(types[i])));
        }
        var question = new LinkedHashMap<String, Object>();
        question.put("port", name);
        question.put("method", method.getName());
        question.put("arguments", plain);
        return question;
    }

    private static Object lost(Method method, String words) {
        var type = method.getReturnType();
        if (type.equals(CloudOutcome.class)) {
            return new CloudOutcome.Unknown<>(words);
        }
        if (type.equals(PodLookup.class)) {
            return new PodLookup.Unreadable(words);
        }
        throw new IllegalStateException(words);
    }
}
