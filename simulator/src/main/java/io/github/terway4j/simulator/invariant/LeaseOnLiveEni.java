package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every lease is of addresses that an ENI in use on its node carries. */
public final class LeaseOnLiveEni implements Invariant {
    private final Duration notice;

    /**
     * @param notice how long after a robbery the agent may still write leases of what is gone: it has not looked yet
     */
    public LeaseOnLiveEni(Duration notice) {
        this.notice = notice;
    }

    @Override
    public String name() {
        return "lease-on-live-eni";
    }

    @Override
    public String sentence() {
        return "no lease is without a live ENI on its node that has its address";
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        return switch (change) {
            case Change.LeaseWritten(var node, var lease) ->
                missing(node, lease, lease.addresses().all().stream(), now).toList();
            case Change.EniChanged changed
            when changed.by() == Change.By.US -> changed.lost().isEmpty() ? List.of() : bereft(changed.lost(), now);
            case Change.EniChanged _,
                    Change.LeaseErased _,
                    Change.KernelStepped _,
                    Change.PodConnected _,
                    Change.PodEnding _,
                    Change.SandboxGone _,
                    Change.CloudCalled _ -> List.of();
        };
    }

    private List<String> bereft(List<Ip> lost, Picture now) {
        return now.nodes().entrySet().stream()
                .flatMap(node -> node.getValue().leases.values().stream()
                        .flatMap(lease -> missing(
                                node.getKey(),
                                lease,
                                lease.addresses().all().stream().filter(lost::contains),
                                now)))
                .toList();
    }

    private Stream<String> missing(String node, Lease lease, Stream<Ip> addresses, Picture now) {
        return addresses
                .filter(ip -> !now.carries(now.node(node), lease.eni(), ip)
                        && now.robbed(ip, node)
                                .filter(at -> now.time().isBefore(at.plus(notice)))
                                .isEmpty())
                .map(ip -> "%s on %s has a lease of %s, which %s does not carry there: %s"
                        .formatted(
                                lease.pod(),
                                node,
                                ip,
                                lease.eni(),
                                now.eni(lease.eni())
                                        .map(eni -> eni.eni().toString())
                                        .orElse("it does not exist")));
    }
}
