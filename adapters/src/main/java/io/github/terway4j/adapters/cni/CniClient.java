package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.Fd;
import io.github.terway4j.adapters.syscall.UnixConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls an agent as the CNI executable does, for people and tests. An agent that cannot be reached is an answer too. */
public final class CniClient {
    private static final Set<String> WITH_NAMESPACE = Set.of("ADD", "CHECK", "DEL");

    private final Path socket;
    private final Duration patience;

    public CniClient(Path socket, Duration patience) {
        this.socket = socket;
        this.patience = patience;
    }

    /** Makes one call with these variables of the CNI; what CNI_NETNS names is passed along if it can be opened. */
    public CniReply call(Map<String, String> environment, String stdin) {
        var request = new CniRequest(Environment.of(environment), stdin);
        var namespace = namespace(environment);
        try (var agent = UnixConnection.connect(socket);
                var reader = new FrameReader(agent, patience)) {
            send(agent, request, namespace);
            return Frames.readReply(reader);
        } catch (ErrnoException failure) {
            return failure("cannot reach the terway agent", failure);
        } catch (MalformedFrame failure) {
            return failure("the answer of the terway agent cannot be used", failure);
        } finally {
            namespace.forEach(Fd::close);
        }
    }

    /** Whether anybody answers a call for which nothing need be done, whatever he says. */
    public boolean isAnswered() {
        var request = new CniRequest(Environment.of(Map.of("CNI_COMMAND", "VERSION")), "{\"cniVersion\":\"1.1.0\"}");
        try (var agent = UnixConnection.connect(socket);
                var reader = new FrameReader(agent, patience)) {
            send(agent, request, List.of());
            Frames.readReply(reader);
            return true;
        } catch (ErrnoException | MalformedFrame failure) {
            return false;
        }
    }

    private void send(UnixConnection agent, CniRequest request, List<Fd> namespace) {
        try {
            agent.timeout(patience);
            agent.send(Frames.write(request), namespace);
        } catch (ErrnoException failure) {
            // An agent that hung up may have said why before.
            if (!failure.is(Errno.EPIPE) && !failure.is(Errno.ECONNRESET)) {
                throw failure;
            }
        }
    }

    private static List<Fd> namespace(Map<String, String> environment) {
        var path = environment.getOrDefault("CNI_NETNS", "");
        if (path.isEmpty() || !WITH_NAMESPACE.contains(environment.getOrDefault("CNI_COMMAND", ""))) {
            return List.of();
        }
        try {
            return List.of(Fd.openForReading(path));
        } catch (ErrnoException cannotBeOpened) {
            // What follows from that, the agent decides.
            return List.of();
        }
    }

    private static CniReply failure(String msg, RuntimeException why) {
        return CniReply.failure(SpecVersion.newest(), CniError.tryAgainLater(msg, String.valueOf(why.getMessage())));
    }
}
