package io.github.terway4j.adapters.worldlink;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeLookup;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodLookup;
import io.github.terway4j.ports.out.PodNews;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
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
import org.jspecify.annotations.Nullable;

/** Carries each call of a port over a connection of its own, so that none waits for another. */
record FarPort(Path socket, String port, String name) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.isDefault()) {
            // What a port says of itself in other words of its own needs nobody at the other end.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        var given = arguments == null ? List.of() : List.of(arguments);
        return method.getDeclaringClass().equals(Object.class) ? asObject(method, given) : call(method, given);
    }

    /** What every object answers. Nobody is asked about it: a log line must not depend on the world being there. */
    private Object asObject(Method method, List<Object> arguments) {
        return switch (method.getName()) {
            case "hashCode" -> hashCode();
            case "equals" ->
                Proxy.isProxyClass(arguments.getFirst().getClass())
                        && equals(Proxy.getInvocationHandler(arguments.getFirst()));
            default -> "%s %s at %s".formatted(port, name, socket);
        };
    }

    private Object call(Method method, List<Object> arguments) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            Frames.write(channel, question(method, arguments));
            var answer = Frames.read(channel);
            var value = answer.get("value");
            return value == null
                    ? lost(method, String.valueOf(answer.get("mistake")))
                    : Codec.value(value, Shape.of(method.getGenericReturnType()));
        } catch (IOException broken) {
            // Not its message alone: an interrupted call has none.
            return lost(method, "the world at %s did not answer: %s".formatted(socket, broken));
        }
    }

    private Map<String, Object> question(Method method, List<Object> arguments) {
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
        if (type.equals(PodCensus.class)) {
            return new PodCensus.Unreadable(words);
        }
        if (type.equals(NodeLookup.class)) {
            return new NodeLookup.Unreadable(words);
        }
        if (type.equals(NodeCensus.class)) {
            return new NodeCensus.Unreadable(words);
        }
        if (type.equals(PodNews.class)) {
            return new PodNews.Unreadable(words);
        }
        throw new IllegalStateException(words);
    }
}
