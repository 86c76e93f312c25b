package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;

/**
 * Whether an IPv4 packet's source may come in where it came in (fib_validate_source in net/ipv4/fib_frontend.c).
 *
 * <p>The way back is looked up with source and destination swapped, as if the answer came in by the link on which the
 * packet leaves, or were sent from here if the packet is for this namespace: rules with {@code iif} see it so.
 */
final class ReversePathFilter {
    private static final int STRICT = 1;

    private ReversePathFilter() {}

    /**
     * Why the packet may not come in; empty if it may.
     *
     * @param answersArrive the link by which the packet will leave; loopback if it is for this namespace
     */
    static Optional<DropReason> objection(Device in, Packet packet, LinkName answersArrive) {
        var stack = in.stack();
        int filter = atMost(stack, Setting.RP_FILTER, in);
        boolean acceptLocal = atMost(stack, Setting.ACCEPT_LOCAL, in) != 0;
        // Routes of type local, which somebody else may have made, would count too; ours never are.
        if (filter == 0 && !stack.rules(IpFamily.V4).everChanged()) {
            boolean ours = stack.devices().stream().anyMatch(device -> device.has(packet.source()));
            return ours && !acceptLocal ? Optional.of(DropReason.MARTIAN_SOURCE) : Optional.empty();
        }
        var back = Flow.arriving(packet.destination(), packet.source(), answersArrive);
        return switch (RouteLookup.find(stack, back)) {
            case Finding.Found(var _, var _, var route) -> objectionTo(route, in, filter, acceptLocal);
            case Finding.Refused _, Finding.Nothing _ -> lastResort(filter);
        };
    }

    private static Optional<DropReason> objectionTo(RouteEntry back, Device in, int filter, boolean acceptLocal) {
        boolean unicast = switch (back.leads()) {
            case Leads.Connected _, Leads.Direct _, Leads.Via _ -> true;
            case Leads.Here _ -> acceptLocal;
            case Leads.Broadcast _, Leads.Nowhere _ -> false;
        };
        if (!unicast) {
            return Optional.of(DropReason.MARTIAN_SOURCE);
        }
        if (back.leads().leadsThrough(in)) {
            return Optional.empty();
        }
        // Loose mode is strict on links without an address: so says the kernel, and the host's ends of veth pairs
        // are such links.
        return in.addresses(IpFamily.V4).isEmpty() || filter == STRICT ? lastResort(filter) : Optional.empty();
    }

    private static Optional<DropReason> lastResort(int filter) {
        return filter == 0 ? Optional.empty() : Optional.of(DropReason.REVERSE_PATH);
    }

    /** The stronger of what {@code all} and the link say (IN_DEV_MAXCONF). */
    private static int atMost(Stack stack, Setting setting, Device device) {
        return Math.max(
                stack.settings().get(setting, SettingKey.ALL),
                stack.settings().get(setting, device.name().text()));
    }
}
