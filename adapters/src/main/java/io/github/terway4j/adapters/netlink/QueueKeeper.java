package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.QueueMessages.SeenQueue;
import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.List;

/** Has packets wait at a link in one way, on each of its queues, or no longer. */
final class QueueKeeper {
    private final NetlinkSocket socket;
    private final KernelStep step;

    QueueKeeper(NetlinkSocket socket, KernelStep step) {
        this.socket = socket;
        this.step = step;
    }

    KernelOutcome make(Queueing wanted) {
        int index = socket.linkIndex(wanted.link().text());
        if (isSo(index, wanted)) {
            return Answers.DONE;
        }
        var kind = wanted.discipline().kind();
        int queues = LinkLookup.find(socket, wanted.link())
                .map(seen -> seen.sendQueues())
                .orElse(1);
        var messages = new ArrayList<Message>();
        if (queues > 1) {
            messages.add(QueueMessages.makeRoot(index, QueueMessages.MQ));
            for (int queue = 1; queue <= queues; queue++) {
                messages.add(QueueMessages.makeBelow(index, kind, queue));
            }
        } else {
            messages.add(QueueMessages.makeRoot(index, kind));
        }
        clearFor(index, queues > 1 ? QueueMessages.MQ : kind);
        for (var message : messages) {
            var ack = socket.perform(message);
            if (!ack.done()) {
                return Answers.toMaking(step, ack);
            }
        }
        return Answers.DONE;
    }

    KernelOutcome remove(Queueing queueing) {
        int index = socket.linkIndex(queueing.link().text());
        return isSo(index, queueing)
                ? Answers.toRemoving(step, socket.perform(QueueMessages.removeRoot(index)))
                : Answers.DONE;
    }

    /** Under one handle the kernel changes a queue discipline, but not into one of another kind. */
    void clearFor(int index, String kind) {
        boolean inTheWay = root(index).stream()
                .anyMatch(seen -> seen.isOurRoot() && !seen.kind().equals(kind));
        if (inTheWay) {
            socket.perform(QueueMessages.removeRoot(index));
        }
    }

    /** Makes what stands at a root, and makes way for it if something of another kind is there. */
    Ack replaceRoot(int index, String kind, Message message) {
        var ack = socket.perform(message);
        if (ack.done() || root(index).stream().noneMatch(SeenQueue::isOurRoot)) {
            return ack;
        }
        clearFor(index, kind);
        return socket.perform(message);
    }

    private boolean isSo(int index, Queueing queueing) {
        var seen = socket.dump(
                QueueMessages.list(),
                reply -> QueueMessages.read(reply).stream().toList());
        return QueueMessages.read(seen.stream()
                        .filter(queue -> queue.linkIndex() == index)
                        .toList())
                .filter(queueing.discipline()::equals)
                .isPresent();
    }

    private List<SeenQueue> root(int index) {
        var seen = new ArrayList<SeenQueue>();
        socket.perform(
                QueueMessages.root(index), reply -> QueueMessages.read(reply).ifPresent(seen::add));
        return seen;
    }
}
