package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouterAdvertisements;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has the node let packets through that are not for itself, and go on doing so. */
public final class HostSettings {
    private final Kernel kernel;
    private final Node node;
    private final Chronicle chronicle;

    public HostSettings(Kernel kernel, Node node, Chronicle chronicle) {
        this.kernel = kernel;
        this.node = node;
        this.chronicle = chronicle;
    }

    /** Once, before the first pod. Returns why it cannot be so. */
    Optional<Fault> settle(KernelState host) {
        var links = links(host);
        return seen(RouterAdvertisements.keys(links))
                                .map(seen ->
                                        RouterAdvertisements.kept(node.host(), node.families(), links, seen.sysctls()))
                                .map(DatapathPlan::steps)
                                .filter(steps ->
                                        steps.isEmpty() || kernel.apply(steps) instanceof KernelOutcome.Applied)
                                .isPresent()
                        && kernel.apply(wanted(links).steps()) instanceof KernelOutcome.Applied
                ? Optional.empty()
                : Optional.of(new Fault.Configuration("the node's forwarding settings cannot be written"));
    }

    /** What somebody has set otherwise since, is set again, and told: a package that brings its own settings is enough. */
    void mend(KernelState host) {
        var wanted = wanted(links(host));
        seen(wanted.sysctlKeys(node.host())).map(seen -> astray(wanted, seen)).ifPresent(this::setAgain);
    }

    private void setAgain(List<KernelObject> astray) {
        if (astray.isEmpty()) {
            return;
        }
        var words = astray.stream().map(KernelObject::words).collect(Collectors.joining(", "));
        chronicle.node(
                EventReason.CONFIG_CHECK,
                kernel.apply(new DatapathPlan(astray).steps()) instanceof KernelOutcome.Applied
                        ? "was set otherwise, and is set again: " + words
                        : "is set otherwise, and cannot be set again: " + words);
    }

    /** Not those of links that have gone meanwhile. */
    private List<KernelObject> astray(DatapathPlan wanted, KernelState seen) {
        return KernelDiff.between(wanted, Map.of(node.host(), seen)).missing().stream()
                .filter(object -> object instanceof KernelObject.Sysctl sysctl
                        && seen.sysctls().containsKey(sysctl.key()))
                .toList();
    }

    private DatapathPlan wanted(List<LinkName> links) {
        return node.datapath().node(node.host(), node.families(), links);
    }

    /** Our own links to pods come and go, and a setting of a link that has gone cannot be written. */
    private static List<LinkName> links(KernelState host) {
        return host.links().stream()
                .filter(link -> Ownership.attachment(link.alias()).isEmpty())
                .map(Link::name)
                .toList();
    }

    private Optional<KernelState> seen(Collection<String> keys) {
        return kernel.observe(node.host(), keys) instanceof Observation.Seen(var state)
                ? Optional.of(state)
                : Optional.empty();
    }
}
