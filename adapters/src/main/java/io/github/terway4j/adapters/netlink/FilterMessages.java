package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_DUMP;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_EXCL;

import io.github.terway4j.adapters.netlink.QueueMessages.SeenQueue;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import java.nio.ByteOrder;
import java.util.Optional;

/** Messages about filters on a link's hooks (linux/rtnetlink.h, {@code struct tcmsg}; net/sched/cls_api.c). */
final class FilterMessages {
    private static final int RTM_NEWQDISC = 36;
    private static final int RTM_NEWTFILTER = 44;
    private static final int RTM_DELTFILTER = 45;
    private static final int RTM_GETTFILTER = 46;

    private static final int RTM_NEWACTION = 48;

    private static final int TCA_ACT_TAB = 1;
    private static final int TCMSG = 20;
    private static final int TC_H_CLSACT = 0xffff_fff1;
    private static final int CLSACT_HANDLE = 0xffff_0000;
    private static final int INGRESS = 0xffff_fff2;
    private static final int EGRESS = 0xffff_fff3;

    private static final int TCA_KIND = 1;
    private static final int TCA_OPTIONS = 2;
    private static final int TCA_U32_SEL = 5;
    private static final int TCA_U32_ACT = 7;
    private static final String U32 = "u32";
    private static final String CLSACT = "clsact";

    private FilterMessages() {}

    /**
     * A filter of ours as seen.
     *
     * @param action empty if it leads to a link that has gone
     * @param handle the kernel's number for it
     */
    record SeenFilter(Hook hook, int priority, FilterMatch match, Optional<FilterAction> action, int handle) {
        Optional<Filter> on(NetNs ns, LinkName link) {
            return action.map(known -> new Filter(ns, link, hook, priority, match, known));
        }

        boolean isInPlaceOf(Filter filter) {
            return priority == filter.priority() && match.equals(filter.match());
        }
    }

    /** The hooks themselves. */
    static Message hooks(int linkIndex) {
        return fixed(
                        new Message(RTM_NEWQDISC, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL),
                        linkIndex,
                        CLSACT_HANDLE,
                        TC_H_CLSACT,
                        0)
                .attribute(TCA_KIND, CLSACT);
    }

    /** Whether what was listed among queue disciplines is a link's hooks. */
    static boolean areHooks(SeenQueue seen) {
        return seen.handle() == CLSACT_HANDLE && seen.kind().equals(CLSACT);
    }

    /** @param target the index of the link that packets are redirected to, if they are */
    static Message make(Filter filter, int linkIndex, int target) {
        return about(
                        new Message(RTM_NEWTFILTER, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL),
                        filter.hook(),
                        filter.priority(),
                        filter.match(),
                        linkIndex,
                        0)
                .nested(
                        TCA_OPTIONS,
                        options -> options.attribute(TCA_U32_SEL, FilterMatches.selector(filter.match()))
                                .nested(TCA_U32_ACT, actions -> FilterActions.write(actions, filter.action(), target)));
    }

    static Message remove(SeenFilter seen, int linkIndex) {
        return about(
                new Message(RTM_DELTFILTER, NLM_F_ACK),
                seen.hook(),
                seen.priority(),
                seen.match(),
                linkIndex,
                seen.handle());
    }

    /** Says nothing of what is to be done, so that nothing comes of it: the kernel says whether it has heard of such actions. */
    static Message tryOutTags() {
        return new Message(RTM_NEWACTION, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL)
                .u32(IpMessages.AF_UNSPEC)
                .nested(TCA_ACT_TAB, FilterActions::nameTags);
    }

    static Message list(int linkIndex, Hook hook) {
        return fixed(new Message(RTM_GETTFILTER, NLM_F_DUMP), linkIndex, 0, parent(hook), 0);
    }

    /** Empty for what is not ours. */
    static Optional<SeenFilter> read(Hook hook, LinkNames names, Reply reply) {
        var attributes = reply.attributes(TCMSG);
        if (reply.type() != RTM_NEWTFILTER || !attributes.text(TCA_KIND).equals(U32)) {
            return Optional.empty();
        }
        var options = attributes.nested(TCA_OPTIONS);
        int priority = reply.u32(16) >>> Short.SIZE;
        int protocol = inNetworkOrder(reply.u32(16));
        var actions = options.nested(TCA_U32_ACT);
        return options.bytes(TCA_U32_SEL)
                .filter(selector -> FilterActions.areOurs(actions))
                .flatMap(selector -> FilterMatches.read(protocol, selector))
                .map(match -> new SeenFilter(hook, priority, match, FilterActions.read(actions, names), reply.u32(8)));
    }

    private static Message about(
            Message message, Hook hook, int priority, FilterMatch match, int linkIndex, int handle) {
        int info = (priority << Short.SIZE) | inNetworkOrder(FilterMatches.protocol(match));
        return fixed(message, linkIndex, handle, parent(hook), info).attribute(TCA_KIND, U32);
    }

    private static int parent(Hook hook) {
        return switch (hook) {
            case INGRESS -> INGRESS;
            case EGRESS -> EGRESS;
        };
    }

    private static int inNetworkOrder(int value) {
        short half = (short) value;
        return Short.toUnsignedInt(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? half : Short.reverseBytes(half));
    }

    private static Message fixed(Message message, int linkIndex, int handle, int parent, int info) {
        return message.u8(IpMessages.AF_UNSPEC)
                .u8(0)
                .u16(0)
                .u32(linkIndex)
                .u32(handle)
                .u32(parent)
                .u32(info);
    }
}
