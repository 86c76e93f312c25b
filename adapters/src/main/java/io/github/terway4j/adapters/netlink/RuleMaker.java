package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_CREATE;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_EXCL;

import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import java.util.List;

/**
 * Makes one rule, once. The kernel says that a rule exists also of one that selects by something more, or is somebody
 * else's (rule_exists in net/core/fib_rules.c), and lets ours stand beside it only if it is not asked to look.
 */
final class RuleMaker {
    private final NetlinkSocket socket;
    private final Rule rule;

    RuleMaker(NetlinkSocket socket, Rule rule) {
        this.socket = socket;
        this.rule = rule;
    }

    /** EEXIST if this very rule is there already. */
    Ack make() {
        var ack = socket.perform(RuleMessages.make(rule, NLM_F_CREATE | NLM_F_EXCL));
        return ack.is(Errno.EEXIST) && !isThere() ? socket.perform(RuleMessages.make(rule, NLM_F_CREATE)) : ack;
    }

    private boolean isThere() {
        return new RuleSieve(rule.family(), List.of(rule))
                .find(socket)
                .findAny()
                .isPresent();
    }
}
