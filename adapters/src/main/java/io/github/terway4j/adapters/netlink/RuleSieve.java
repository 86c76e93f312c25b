package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.nlmsg.Reply;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds certain rules of one family. The kernel lists all of them and nothing less, and a node with a thousand pods has
 * thousands: so only those are read that select by the right addresses.
 */
final class RuleSieve {
    private final IpFamily family;
    private final List<Rule> wanted;
    private final List<Place> places;

    RuleSieve(IpFamily family, List<Rule> rules) {
        this.family = family;
        this.wanted = rules.stream().filter(rule -> rule.family() == family).toList();
        this.places = wanted.stream()
                .map(rule -> new Place(rule.selector().from(), rule.selector().to()))
                .toList();
    }

    /** Those that are there. */
    Stream<Rule> find(NetlinkSocket socket) {
        return wanted.isEmpty()
                ? Stream.empty()
                : socket.dump(RuleMessages.list(family), this::read).stream().filter(wanted::contains);
    }

    /** No streams here: this is asked about every rule that anybody has. */
    private List<Rule> read(Reply reply) {
        for (var place : places) {
            if (place.holds(reply)) {
                return RuleMessages.read(wanted.getFirst().ns(), reply).stream().toList();
            }
        }
        return List.of();
    }

    /** By what a rule selects. */
    private record Place(Cidr from, Cidr to) {
        boolean holds(Reply reply) {
            return RuleMessages.fromLength(reply) == from.length()
                    && RuleMessages.toLength(reply) == to.length()
                    && (to.isAny() || Arrays.equals(to.network().bytes(), RuleMessages.to(reply)))
                    && (from.isAny() || Arrays.equals(from.network().bytes(), RuleMessages.from(reply)));
        }
    }
}
