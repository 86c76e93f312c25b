package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;

/**
 * What a routing decision is asked about.
 *
 * @param source all zero while it is not yet chosen
 * @param arriving the link it came in by; loopback for what this namespace sends itself
 * @param leaving the link by which it must leave; empty for any
 */
record Flow(Ip source, Ip destination, LinkName arriving, Optional<LinkName> leaving) {
    static Flow arriving(Ip source, Ip destination, LinkName by) {
        return new Flow(source, destination, by, Optional.empty());
    }

    static Flow sent(Ip source, Ip destination, Optional<LinkName> leaving) {
        return new Flow(source, destination, Device.LOOPBACK, leaving);
    }

    boolean isForwarded() {
        return !arriving.equals(Device.LOOPBACK);
    }

    static Ip unspecified(Ip like) {
        return new Ip(like.family(), 0, 0);
    }

    boolean isSelectedBy(RuleSelector selector) {
        return isFrom(selector.from())
                && selector.to().contains(destination)
                && selector.arrivingOn().filter(link -> !link.equals(arriving)).isEmpty()
                && selector.leavingBy()
                        .filter(link -> leaving.filter(link::equals).isEmpty())
                        .isEmpty()
                // No packet is marked.
                && selector.mark().filter(mark -> mark.value() != 0).isEmpty();
    }

    /** Of a packet that has no source yet, IPv6 does not know whether it is from there (fib6_rule_match). */
    private boolean isFrom(Cidr origin) {
        return origin.contains(source)
                && (origin.isAny() || source.family() == IpFamily.V4 || !source.equals(unspecified(source)));
    }
}
