package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.UnixConnection;
import io.github.terway4j.domain.datapath.NetNs;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * One connection, which is one call: looks who it is, reads, has it answered, and answers. However it ends, nothing that
 * came with it stays open.
 */
final class Conversation {
    private static final Logger LOG = System.getLogger(Conversation.class.getName());
    private static final Duration SENDING = Duration.ofSeconds(10);

    private final UnixConnection caller;
    private final int callerUid;
    private final Duration arrival;

    Conversation(UnixConnection caller, int callerUid, Duration arrival) {
        this.caller = caller;
        this.callerUid = callerUid;
        this.arrival = arrival;
    }

    void hold(CniDoor door) {
        try (caller) {
            if (isWelcome()) {
                send(answer(door));
            }
        } catch (ErrnoException gone) {
            LOG.log(Level.DEBUG, () -> "the caller did not wait for the answer: " + gone.getMessage());
        }
    }

    /** Sends a caller away whom there is no room for. */
    void refuse(CniError error) {
        try (caller) {
            send(CniReply.failure(SpecVersion.newest(), error));
        } catch (ErrnoException gone) {
            LOG.log(Level.DEBUG, () -> "the caller did not wait for the refusal: " + gone.getMessage());
        }
    }

    private boolean isWelcome() {
        var peer = caller.peer();
        if (peer.uid() != callerUid) {
            LOG.log(
                    Level.WARNING,
                    () -> "a CNI call of process %d, user %d, is not served: only user %d may call"
                            .formatted(peer.pid(), peer.uid(), callerUid));
        }
        return peer.uid() == callerUid;
    }

    private CniReply answer(CniDoor door) {
        try (var reader = new FrameReader(caller, arrival)) {
            var request = Frames.readRequest(reader);
            // Opened again by this name, the descriptor gives the namespace, wherever its path leads by now.
            return door.answer(request, reader.descriptor().map(fd -> new NetNs(fd.path())));
        } catch (MalformedFrame malformed) {
            LOG.log(Level.WARNING, () -> "a CNI call is refused: " + malformed.getMessage());
            return CniReply.failure(
                    SpecVersion.newest(),
                    CniError.tryAgainLater(
                            "the terway agent did not understand the call", String.valueOf(malformed.getMessage())));
        }
    }

    private void send(CniReply reply) {
        caller.timeout(SENDING);
        caller.send(Frames.write(reply));
    }
}
