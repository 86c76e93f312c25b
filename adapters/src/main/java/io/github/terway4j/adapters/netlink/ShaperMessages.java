package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ECHO;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_REPLACE;

import io.github.terway4j.adapters.nlmsg.Attributes;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.pod.Rate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Messages about token bucket filters (linux/pkt_sched.h, net/sched/sch_tbf.c). */
final class ShaperMessages {
    private static final int RTM_NEWQDISC = 36;
    private static final int RTM_DELQDISC = 37;
    private static final int RTM_GETQDISC = 38;

    private static final int TCMSG = 20;
    private static final int TC_H_ROOT = 0xffff_ffff;
    private static final int HANDLE = 1 << 16;
    static final String KIND = "tbf";

    private static final int TCA_KIND = 1;
    private static final int TCA_OPTIONS = 2;
    private static final int TCA_TBF_PARMS = 1;
    private static final int TCA_TBF_RATE64 = 4;
    private static final int TCA_TBF_BURST = 6;

    /** {@code struct tc_tbf_qopt}: two rates of 12 bytes, then limit, buffer and mtu. */
    private static final int PARMS = 36;

    private static final int RATE_AT = 8;
    private static final int LIMIT_AT = 24;
    private static final int BUFFER_AT = 28;
    /** Packets are counted as they are: with this the kernel needs none of the tables that old ones counted by. */
    private static final byte TC_LINKLAYER_ETHERNET = 1;

    private static final long LARGEST_SHORT_RATE = 0xffff_ffffL;
    /** The kernel tells times to traffic control in units of 64 ns. */
    private static final long TICK_NANOS = 64;

    private static final long SECOND_NANOS = 1_000_000_000;

    private ShaperMessages() {}

    /** A filter as seen at the root of a link. */
    record SeenShaper(int linkIndex, Tbf tbf) {}

    static Message make(Tbf tbf, int linkIndex) {
        long rate = tbf.rate().bytesPerSecond();
        return about(new Message(RTM_NEWQDISC, NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE), linkIndex)
                .attribute(TCA_KIND, KIND)
                .nested(TCA_OPTIONS, options -> {
                    options.attribute(TCA_TBF_PARMS, parms(rate, tbf.limitBytes()));
                    if (rate > LARGEST_SHORT_RATE) {
                        options.attribute64(TCA_TBF_RATE64, rate);
                    }
                    options.attribute32(TCA_TBF_BURST, tbf.burstBytes());
                });
    }

    static Message remove(int linkIndex) {
        return about(new Message(RTM_DELQDISC, NLM_F_ACK), linkIndex).attribute(TCA_KIND, KIND);
    }

    /** Whatever stands at the link's root; the kernel tells who asks only if they also want an echo. */
    static Message get(int linkIndex) {
        return fixed(new Message(RTM_GETQDISC, NLM_F_ACK | NLM_F_ECHO), linkIndex, 0, TC_H_ROOT);
    }

    /** Empty for every other queue discipline, or one in another place. */
    static Optional<SeenShaper> read(Reply reply) {
        boolean inPlace = reply.type() == RTM_NEWQDISC && reply.u32(8) == HANDLE && reply.u32(12) == TC_H_ROOT;
        if (!inPlace) {
            return Optional.empty();
        }
        var attributes = reply.attributes(TCMSG);
        return KIND.equals(attributes.text(TCA_KIND))
                ? tbf(attributes.nested(TCA_OPTIONS)).map(tbf -> new SeenShaper(reply.u32(4), tbf))
                : Optional.empty();
    }

    private static Optional<Tbf> tbf(Attributes options) {
        return options.bytes(TCA_TBF_PARMS)
                .filter(bytes -> bytes.length >= PARMS)
                .map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()))
                .flatMap(parms -> tbf(parms, options));
    }

    private static Optional<Tbf> tbf(ByteBuffer parms, Attributes options) {
        long rate = options.u64(TCA_TBF_RATE64, Integer.toUnsignedLong(parms.getInt(RATE_AT)));
        if (rate <= 0) {
            return Optional.empty();
        }
        // The kernel remembers the burst as the time that it takes at the rate, rounded down.
        long bufferNanos = Integer.toUnsignedLong(parms.getInt(BUFFER_AT)) * TICK_NANOS;
        long burst = Math.round((double) bufferNanos * rate / SECOND_NANOS);
        return Optional.of(new Tbf(new Rate(rate), (int) Math.min(burst, Integer.MAX_VALUE), parms.getInt(LIMIT_AT)));
    }

    private static byte[] parms(long rate, int limitBytes) {
        var parms = ByteBuffer.allocate(PARMS).order(ByteOrder.nativeOrder());
        parms.put(1, TC_LINKLAYER_ETHERNET);
        parms.putInt(RATE_AT, (int) Math.min(rate, LARGEST_SHORT_RATE));
        parms.putInt(LIMIT_AT, limitBytes);
        return parms.array();
    }

    private static Message about(Message message, int linkIndex) {
        return fixed(message, linkIndex, HANDLE, TC_H_ROOT);
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
