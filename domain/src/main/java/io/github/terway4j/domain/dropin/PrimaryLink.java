package io.github.terway4j.domain.dropin;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.LinkName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The node's own device: that by which its main table leads to everywhere. */
public final class PrimaryLink {
    private PrimaryLink() {}

    /** Empty where there is none, or more than one. */
    public static Optional<Link> of(KernelState host) {
        var links = names(host);
        return links.size() == 1 ? host.link(links.getFirst()) : Optional.empty();
    }

    /** Those by which there is a default route. */
    public static List<LinkName> names(KernelState host) {
        return host.routes().stream()
                .filter(route ->
                        route.table() == RouteTables.MAIN && route.destination().length() == 0)
                .flatMap(route -> out(route.hop()))
                .distinct()
                .toList();
    }

    private static Stream<LinkName> out(NextHop hop) {
        return switch (hop) {
            case NextHop.Direct(var link) -> Stream.of(link);
            case NextHop.Via(var _, var link) -> Stream.of(link);
            case NextHop.Blackhole() -> Stream.empty();
        };
    }
}
