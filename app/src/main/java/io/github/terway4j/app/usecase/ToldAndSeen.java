package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.in.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the runtime was told of a pod's interface, beside what is seen there. */
final class ToldAndSeen {
    private ToldAndSeen() {}

    /** What was told and is not so, in words. */
    static List<String> missing(Told told, PodWiring pod, Map<NetNs, KernelState> seen) {
        var name = pod.key().interfaceName();
        return switch (told) {
            case Told.Nothing() -> List.of();
            case Told.OtherLinks() -> List.of("link " + name + " in the runtime's own record (prevResult)");
            case Told.Link link ->
                Optional.ofNullable(seen.get(pod.netns()))
                        .map(state -> missing(link, name, state))
                        .orElse(List.of());
        };
    }

    private static List<String> missing(Told.Link told, LinkName name, KernelState state) {
        var missing = new ArrayList<String>();
        for (var ip : told.addresses()) {
            boolean there = state.addresses().stream()
                    .anyMatch(seen ->
                            seen.link().equals(name) && seen.address().ip().equals(ip));
            if (!there) {
                missing.add("address %s dev %s, of which the runtime was told".formatted(ip, name));
            }
        }
        var mac = told.mac()
                .filter(wanted -> state.link(name)
                        .filter(link -> link.mac().equals(wanted))
                        .isEmpty());
        mac.ifPresent(wanted ->
                missing.add("link %s with address %s, of which the runtime was told".formatted(name, wanted)));
        return missing;
    }

    static Optional<Mtu> mtu(Told told) {
        return switch (told) {
            case Told.Link link -> link.mtu();
            case Told.Nothing(), Told.OtherLinks() -> Optional.empty();
        };
    }
}
