package io.github.terway4j.adapters.netlink;

import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.Link;
import java.util.Comparator;

/** In which order things are told: that of what they are, not of the kernel's hashes. */
final class SeenOrder {
    static final Comparator<Link> LINKS = Comparator.comparingInt(Link::index);

    static final Comparator<Address> ADDRESSES =
            Comparator.comparing(Address::link).thenComparing(Address::address);

    static final Comparator<Route> ROUTES = Comparator.comparing(Route::destination)
            .thenComparingInt(Route::table)
            .thenComparing(route -> route.hop().words())
            .thenComparingInt(Route::protocol);

    static final Comparator<Rule> RULES = Comparator.comparing(Rule::family)
            .thenComparingInt(Rule::priority)
            // A thousand pods have thousands of rules of one priority: words are dear, addresses are not.
            .thenComparing(rule -> rule.selector().from())
            .thenComparing(rule -> rule.selector().to())
            .thenComparing(Rule::words)
            .thenComparingInt(Rule::protocol);

    static final Comparator<Neighbour> NEIGHBOURS =
            Comparator.comparing(Neighbour::link).thenComparing(Neighbour::ip);

    static final Comparator<Shaper> SHAPERS = Comparator.comparing(Shaper::link);

    static final Comparator<Filter> FILTERS = Comparator.comparing(Filter::link)
            .thenComparing(Filter::hook)
            .thenComparingInt(Filter::priority)
            .thenComparing(Filter::words);

    static final Comparator<Queueing> QUEUEINGS = Comparator.comparing(Queueing::link);

    private SeenOrder() {}
}
