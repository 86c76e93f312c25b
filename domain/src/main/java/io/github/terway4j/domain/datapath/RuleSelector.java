package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;

/**
 * Which packets a rule speaks of.
 *
 * @param arrivingOn only packets that came in by this link; empty for any
 * @param leavingBy only packets of programs that have bound themselves to this link; empty for any
 * @param mark only packets that carry it; empty for any
 */
public record RuleSelector(
        Cidr from, Cidr to, Optional<LinkName> arrivingOn, Optional<LinkName> leavingBy, Optional<Mark> mark) {
    public RuleSelector {
        if (from.family() != to.family()) {
            throw new IllegalArgumentException(
                    "a rule cannot select from %s to %s: one family only".formatted(from, to));
        }
    }

    public RuleSelector(Cidr from, Cidr to, Optional<LinkName> arrivingOn) {
        this(from, to, arrivingOn, Optional.empty(), Optional.empty());
    }

    public static RuleSelector all(IpFamily family) {
        return new RuleSelector(Cidr.any(family), Cidr.any(family), Optional.empty());
    }

    public static RuleSelector from(Cidr cidr) {
        return new RuleSelector(cidr, Cidr.any(cidr.family()), Optional.empty());
    }

    public static RuleSelector to(Cidr cidr) {
        return new RuleSelector(Cidr.any(cidr.family()), cidr, Optional.empty());
    }

    public RuleSelector arrivingOn(LinkName link) {
        return new RuleSelector(from, to, Optional.of(link), leavingBy, mark);
    }

    public RuleSelector leavingBy(LinkName link) {
        return new RuleSelector(from, to, arrivingOn, Optional.of(link), mark);
    }

    public RuleSelector marked(Mark carried) {
        return new RuleSelector(from, to, arrivingOn, leavingBy, Optional.of(carried));
    }

    String words() {
        return (from.isAny() ? "from all" : "from " + from)
                + (to.isAny() ? "" : " to " + to)
                + arrivingOn.map(link -> " iif " + link).orElse("")
                + leavingBy.map(link -> " oif " + link).orElse("")
                + mark.map(carried -> " fwmark " + carried).orElse("");
    }
}
