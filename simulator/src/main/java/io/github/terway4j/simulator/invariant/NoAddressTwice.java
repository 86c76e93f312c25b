package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.net.Ip;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No address has two holders, on whatever nodes, by lease, in the kernel, or because a pod lives with it. */
public final class NoAddressTwice implements Invariant {
    @Override
    public String name() {
        return "no-address-twice";
    }

    @Override
    public String sentence() {
        return "no address has two holders, across nodes, leases, kernels and living pods";
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        return taken(change).flatMap(ip -> objection(ip, now)).toList();
    }

    private static Stream<Ip> taken(Change change) {
        return switch (change) {
            case Change.LeaseWritten(var _, var lease) -> lease.addresses().all().stream();
            case Change.PodConnected connected -> connected.addresses().all().stream();
            case Change.KernelStepped(var _, var step) -> Made.in(step).flatMap(object -> Subject.of(object).stream());
            case Change.LeaseErased _,
                    Change.PodEnding _,
                    Change.SandboxGone _,
                    Change.EniChanged _,
                    Change.CloudCalled _ -> Stream.empty();
        };
    }

    private static Stream<String> objection(Ip ip, Picture now) {
        var holders = now.holders(ip).filter(holder -> !now.harmed(ip, holder)).toList();
        return holders.size() < 2
                ? Stream.empty()
                : Stream.of("%s has %d holders: %s"
                        .formatted(
                                ip,
                                holders.size(),
                                holders.stream().map(Holder::toString).collect(Collectors.joining(", "))));
    }
}
