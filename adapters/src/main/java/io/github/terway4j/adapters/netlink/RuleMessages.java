package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_DUMP;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ECHO;

import io.github.terway4j.adapters.nlmsg.Attributes;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.Mark;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Messages about routing policy rules (linux/fib_rules.h). */
final class RuleMessages {
    private static final int RTM_NEWRULE = 32;
    private static final int RTM_DELRULE = 33;
    private static final int RTM_GETRULE = 34;

    private static final int FIB_RULE_HDR = 12;
    private static final int FRA_DST = 1;
    private static final int FRA_SRC = 2;
    private static final int FRA_IIFNAME = 3;
    private static final int FRA_PRIORITY = 6;
    private static final int FRA_FWMARK = 10;
    private static final int FRA_SUPPRESS_PREFIXLEN = 14;
    private static final int FRA_TABLE = 15;
    private static final int FRA_FWMASK = 16;
    private static final int FRA_OIFNAME = 17;
    private static final int FRA_PAD = 18;
    private static final int FRA_PROTOCOL = 21;
    /** A rule that says anything else selects or does what ours cannot. */
    private static final Set<Integer> OURS = Set.of(
            FRA_DST,
            FRA_SRC,
            FRA_IIFNAME,
            FRA_OIFNAME,
            FRA_PRIORITY,
            FRA_FWMARK,
            FRA_SUPPRESS_PREFIXLEN,
            FRA_TABLE,
            FRA_FWMASK,
            FRA_PAD,
            FRA_PROTOCOL);

    private static final int FR_ACT_TO_TBL = 1;
    private static final int FR_ACT_BLACKHOLE = 6;
    private static final int FIB_RULE_INVERT = 2;
    private static final int SUPPRESS_NOTHING = -1;

    private static final byte[] NO_ADDRESS = {};

    private RuleMessages() {}

    static Message make(Rule rule, int flags) {
        return about(new Message(RTM_NEWRULE, NLM_F_ACK | flags), rule);
    }

    /** Echoes the rule that was removed: the kernel takes the first that has all that is said here, and maybe more. */
    static Message remove(Rule rule) {
        return about(new Message(RTM_DELRULE, NLM_F_ACK | NLM_F_ECHO), rule);
    }

    /** Makes a rule that was removed, from what the kernel said about it. */
    static Message putBack(ByteBuffer body) {
        return new Message(RTM_NEWRULE, NLM_F_ACK | NLM_F_CREATE).copy(body);
    }

    static Message list(IpFamily family) {
        return new Message(RTM_GETRULE, NLM_F_DUMP)
                .u8(IpMessages.number(family))
                .u8(0)
                .u16(0)
                .u32(0)
                .u32(0);
    }

    private static Message about(Message message, Rule rule) {
        var from = rule.selector().from();
        var to = rule.selector().to();
        message.u8(IpMessages.number(rule.family()))
                .u8(to.length())
                .u8(from.length())
                .u8(0)
                // The table is told by an attribute, which has room for all of its number.
                .u8(0)
                .u16(0)
                .u8(action(rule.action()))
                .u32(0);
        message.attribute32(FRA_PRIORITY, rule.priority()).attribute8(FRA_PROTOCOL, rule.protocol());
        if (!from.isAny()) {
            message.attribute(FRA_SRC, from.network().bytes());
        }
        if (!to.isAny()) {
            message.attribute(FRA_DST, to.network().bytes());
        }
        if (rule.action() instanceof RuleAction.Lookup lookup) {
            message.attribute32(FRA_TABLE, lookup.table());
        }
        rule.selector().arrivingOn().ifPresent(link -> message.attribute(FRA_IIFNAME, link.text()));
        rule.selector().leavingBy().ifPresent(link -> message.attribute(FRA_OIFNAME, link.text()));
        rule.selector()
                .mark()
                .ifPresent(mark -> message.attribute32(FRA_FWMARK, mark.value()).attribute32(FRA_FWMASK, mark.mask()));
        return message;
    }

    private static int action(RuleAction action) {
        return switch (action) {
            case RuleAction.Lookup _ -> FR_ACT_TO_TBL;
            case RuleAction.Blackhole _ -> FR_ACT_BLACKHOLE;
        };
    }

    /** A rule made or removed, of whoever's making; empty if it selects or does what ours cannot. */
    static Optional<Rule> read(NetNs ns, Reply reply) {
        if (reply.type() != RTM_NEWRULE && reply.type() != RTM_DELRULE) {
            return Optional.empty();
        }
        var attributes = reply.attributes(FIB_RULE_HDR);
        boolean sayable = attributes.hasOnly(OURS)
                && attributes.u32(FRA_SUPPRESS_PREFIXLEN, SUPPRESS_NOTHING) == SUPPRESS_NOTHING
                && reply.u8(3) == 0
                && (reply.u32(8) & FIB_RULE_INVERT) == 0;
        return !sayable
                ? Optional.empty()
                : action(reply, attributes)
                        .flatMap(action -> selector(reply, attributes)
                                .map(selector -> new Rule(
                                        ns,
                                        attributes.u32(FRA_PRIORITY, 0),
                                        selector,
                                        action,
                                        attributes.u8(FRA_PROTOCOL, 0))));
    }

    /** The bits that count of the address that packets come from; the next three likewise, of a rule that is not yet read. */
    static int fromLength(Reply reply) {
        return reply.u8(2);
    }

    static byte[] from(Reply reply) {
        return reply.attributes(FIB_RULE_HDR).bytes(FRA_SRC).orElse(NO_ADDRESS);
    }

    static int toLength(Reply reply) {
        return reply.u8(1);
    }

    static byte[] to(Reply reply) {
        return reply.attributes(FIB_RULE_HDR).bytes(FRA_DST).orElse(NO_ADDRESS);
    }

    private static Optional<RuleAction> action(Reply reply, Attributes attributes) {
        return switch (reply.u8(7)) {
            case FR_ACT_TO_TBL -> Optional.of(new RuleAction.Lookup(attributes.u32(FRA_TABLE, reply.u8(4))));
            case FR_ACT_BLACKHOLE -> Optional.of(new RuleAction.Blackhole());
            default -> Optional.empty();
        };
    }

    private static Optional<RuleSelector> selector(Reply reply, Attributes attributes) {
        boolean unsayable = List.of(FRA_IIFNAME, FRA_OIFNAME).stream()
                .anyMatch(type -> attributes.has(type) && name(attributes, type).isEmpty());
        return unsayable
                ? Optional.empty()
                : IpMessages.family(reply.u8(0)).map(family -> selector(family, reply, attributes));
    }

    private static Optional<LinkName> name(Attributes attributes, int type) {
        return attributes.has(type) ? LinkMessages.name(attributes.text(type)) : Optional.empty();
    }

    /** The kernel keeps no bits of a mark that its mask leaves out. */
    private static Optional<Mark> mark(Attributes attributes) {
        int mask = attributes.u32(FRA_FWMASK, 0);
        return mask == 0 ? Optional.empty() : Optional.of(new Mark(attributes.u32(FRA_FWMARK, 0) & mask, mask));
    }

    private static RuleSelector selector(IpFamily family, Reply reply, Attributes attributes) {
        Cidr from = IpMessages.cidr(family, attributes.bytes(FRA_SRC), fromLength(reply));
        Cidr to = IpMessages.cidr(family, attributes.bytes(FRA_DST), toLength(reply));
        return new RuleSelector(
                from, to, name(attributes, FRA_IIFNAME), name(attributes, FRA_OIFNAME), mark(attributes));
    }
}
