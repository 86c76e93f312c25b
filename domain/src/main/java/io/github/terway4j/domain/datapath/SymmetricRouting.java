package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leads what pods answer back by the link by which the question came in: a node's port is asked for on the node's own link,
 * and the answer of a pod would leave by its ENI, where the VPC drops what has the node's address. Connections that come in by
 * the link are marked ({@code ports.out.ConnectionMarks}); here is what becomes of packets that carry the mark.
 *
 * @param link the node's own
 * @param table with nothing but a way to the link's gateway
 * @param priority behind {@link VethPolicyRoute#TO_POD_PRIORITY}, so that what is for a pod stays on the node, and before
 *     {@link VethPolicyRoute#FROM_POD_PRIORITY}
 */
public record SymmetricRouting(LinkName link, Mark mark, int table, int priority) {
    /** As Terway has it. */
    public static final SymmetricRouting USUAL =
            new SymmetricRouting(new LinkName("eth0"), new Mark(0x10, 0x10), 100, 600);

    public SymmetricRouting {
        if (priority <= VethPolicyRoute.TO_POD_PRIORITY || priority >= VethPolicyRoute.FROM_POD_PRIORITY) {
            throw new IllegalArgumentException("priority %d is not between %d and %d"
                    .formatted(priority, VethPolicyRoute.TO_POD_PRIORITY, VethPolicyRoute.FROM_POD_PRIORITY));
        }
        if (table < 1 || (table >= RouteTables.DEFAULT && table <= RouteTables.LOCAL)) {
            throw new IllegalArgumentException("table %d is not free for this".formatted(table));
        }
    }

    /** Why it cannot be had on this host, in words; empty where it can. */
    public Optional<String> objection(KernelState host, List<IpFamily> families) {
        var others = host.routes().stream()
                .filter(route -> route.table() == table && route.protocol() != Ownership.PROTOCOL)
                .findFirst();
        if (others.isPresent()) {
            return Optional.of("table %d is somebody else's: it has %s"
                    .formatted(table, others.get().words()));
        }
        return families.stream().anyMatch(family -> gateway(host, family).isPresent())
                ? Optional.empty()
                : Optional.of("the main table has no default route by " + link);
    }

    /** What it needs of the host; nothing in a family that has no default route by the link. */
    public DatapathPlan plan(KernelState host, List<IpFamily> families) {
        var wanted = new ArrayList<KernelObject>();
        for (var family : families) {
            gateway(host, family).ifPresent(gateway -> {
                wanted.add(new KernelObject.Route(
                        host.ns(), table, Cidr.any(family), new NextHop.Via(gateway, link), Ownership.PROTOCOL));
                wanted.add(new KernelObject.Rule(
                        host.ns(),
                        priority,
                        RuleSelector.all(family).marked(mark),
                        new RuleAction.Lookup(table),
                        Ownership.PROTOCOL));
            });
        }
        return new DatapathPlan(wanted);
    }

    /** The steps that take away what is ours of this kind, whatever it was configured to be; all but the plan's. */
    public static List<KernelStep> withdrawal(KernelState host, DatapathPlan but) {
        var steps = new ArrayList<KernelStep>();
        for (var rule : host.rules()) {
            if (rule.protocol() == Ownership.PROTOCOL && rule.selector().mark().isPresent()) {
                if (!but.wanted().contains(rule)) {
                    steps.add(new KernelStep.Remove(rule));
                }
                host.routes().stream()
                        .filter(route -> rule.action().equals(new RuleAction.Lookup(route.table())))
                        .filter(route -> route.protocol() == Ownership.PROTOCOL)
                        .filter(route -> route.destination().family() == rule.family())
                        .filter(route -> !but.wanted().contains(route))
                        .forEach(route -> steps.add(new KernelStep.Remove(route)));
            }
        }
        return steps;
    }

    private Optional<Ip> gateway(KernelState host, IpFamily family) {
        return host.routes().stream()
                .filter(route ->
                        route.table() == RouteTables.MAIN && route.destination().equals(Cidr.any(family)))
                .map(KernelObject.Route::hop)
                .filter(NextHop.Via.class::isInstance)
                .map(NextHop.Via.class::cast)
                .filter(via -> via.link().equals(link))
                .map(NextHop.Via::gateway)
                .findFirst();
    }
}
