package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Ack;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes one rule and no other. The kernel removes the first that has all that is said, even if it selects by something
 * more; but it tells which. Such a lookalike is put back, where it comes behind its equals, and the next is tried, until
 * one comes by for the second time.
 */
final class RuleRemover {
    private final NetlinkSocket socket;
    private final Rule rule;
    private final List<ByteBuffer> lookalikes = new ArrayList<>();

    RuleRemover(NetlinkSocket socket, Rule rule) {
        this.socket = socket;
        this.rule = rule;
    }

    Ack remove() {
        while (true) {
            var others = new ArrayList<ByteBuffer>();
            var ack = socket.perform(RuleMessages.remove(rule), echo -> {
                if (RuleMessages.read(rule.ns(), echo).filter(rule::equals).isEmpty()) {
                    others.add(echo.copyOfBody());
                }
            });
            if (!ack.done() || others.isEmpty()) {
                return ack;
            }
            others.forEach(body -> socket.perform(RuleMessages.putBack(body)));
            if (lookalikes.containsAll(others)) {
                return ack;
            }
            lookalikes.addAll(others);
        }
    }
}
