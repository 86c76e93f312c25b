package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_DUMP;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ECHO;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_REPLACE;

import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.QueueDiscipline;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Messages about how packets wait at a link (linux/pkt_sched.h). At the root stands one queue discipline of ours, handle
 * 1:; where the hardware has several queues, that is {@code mq}, and below it stands one for each.
 */
final class QueueMessages {
    static final String MQ = "mq";

    private static final int RTM_NEWQDISC = 36;
    private static final int RTM_DELQDISC = 37;
    private static final int RTM_GETQDISC = 38;

    private static final int TCMSG = 20;
    private static final int TC_H_ROOT = 0xffff_ffff;
    private static final int HANDLE = 1 << 16;
    private static final int MAJOR = 0xffff_0000;
    private static final int TCA_KIND = 1;
    private static final int TCA_OPTIONS = 2;

    /** {@code struct tc_prio_qopt}: how many bands, and which is whose by the last four bits of a packet's priority. */
    private static final int PRIO_OPTIONS = 20;

    private static final int BANDS = 3;
    /** sch_prio's own, as tc-prio(8) has it. */
    private static final List<Integer> PRIOMAP = List.of(1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);

    private QueueMessages() {}

    /** A queue discipline as seen. */
    record SeenQueue(int linkIndex, String kind, int handle, int parent) {
        boolean isOurRoot() {
            return parent == TC_H_ROOT && handle == HANDLE;
        }

        boolean isBelowOurs() {
            return (parent & MAJOR) == HANDLE;
        }
    }

    static Message makeRoot(int linkIndex, String kind) {
        return make(linkIndex, kind, HANDLE, TC_H_ROOT);
    }

    /** @param queue counted from one */
    static Message makeBelow(int linkIndex, String kind, int queue) {
        return make(linkIndex, kind, 0, HANDLE | queue);
    }

    private static Message make(int linkIndex, String kind, int handle, int parent) {
        var message = fixed(
                        new Message(RTM_NEWQDISC, NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE), linkIndex, handle, parent)
                .attribute(TCA_KIND, kind);
        return kind.equals(QueueDiscipline.BANDS.kind()) ? message.attribute(TCA_OPTIONS, prioOptions()) : message;
    }

    private static byte[] prioOptions() {
        var options =
                ByteBuffer.allocate(PRIO_OPTIONS).order(ByteOrder.nativeOrder()).putInt(BANDS);
        PRIOMAP.forEach(band -> options.put(band.byteValue()));
        return options.array();
    }

    static Message removeRoot(int linkIndex) {
        return fixed(new Message(RTM_DELQDISC, NLM_F_ACK), linkIndex, HANDLE, TC_H_ROOT);
    }

    /** Whatever stands at the link's root; the kernel tells who asks only if they also want an echo. */
    static Message root(int linkIndex) {
        return fixed(new Message(RTM_GETQDISC, NLM_F_ACK | NLM_F_ECHO), linkIndex, 0, TC_H_ROOT);
    }

    static Message list() {
        return fixed(new Message(RTM_GETQDISC, NLM_F_DUMP), 0, 0, 0);
    }

    static Optional<SeenQueue> read(Reply reply) {
        return reply.type() == RTM_NEWQDISC
                ? Optional.of(new SeenQueue(
                        reply.u32(4), reply.attributes(TCMSG).text(TCA_KIND), reply.u32(8), reply.u32(12)))
                : Optional.empty();
    }

    /** What they come to, of one link's: all that wait at the root or below it wait in the same way. */
    static Optional<QueueDiscipline> read(List<SeenQueue> ofLink) {
        var root = ofLink.stream().filter(SeenQueue::isOurRoot).findFirst();
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var kinds = root.get().kind().equals(MQ)
                ? ofLink.stream()
                        .filter(SeenQueue::isBelowOurs)
                        .map(SeenQueue::kind)
                        .distinct()
                        .toList()
                : List.of(root.get().kind());
        return Arrays.stream(QueueDiscipline.values())
                .filter(discipline -> kinds.equals(List.of(discipline.kind())))
                .findFirst();
    }

    private static Message fixed(Message message, int linkIndex, int handle, int parent) {
        return message.u8(IpMessages.AF_UNSPEC)
                .u8(0)
                .u16(0)
                .u32(linkIndex)
                .u32(handle)
                .u32(parent)
                .u32(0);
    }
}
