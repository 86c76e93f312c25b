package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How frames get from device to device, down what a device stands on, along the wire, and up again
 * (drivers/net/ipvlan/ipvlan_core.c, net/8021q/vlan_core.c, __netif_receive_skb_core in net/core/dev.c).
 */
final class Carriage {
    /** Who is redirected more often than any sane way takes goes round in circles. */
    private static final int MOST_REDIRECTIONS = 16;

    private Carriage() {}

    static Arrival send(Device out, Frame frame) {
        if (!out.up() || !out.hasCarrier()) {
            return lost(out, DropReason.LINK_DOWN, "link " + out.name() + " is down or has no carrier");
        }
        return switch (out.filters().meet(Hook.EGRESS, frame)) {
            case Filters.Verdict.Goes(var going) -> down(out, going);
            case Filters.Verdict.ComesInBy(var in) -> redirected(in, frame);
            case Filters.Verdict.Lost(var words) -> lost(out, DropReason.REDIRECTED_NOWHERE, words);
        };
    }

    private static Arrival down(Device out, Frame frame) {
        return switch (out.underlay()) {
            case Underlay.Slave(var parent, var _) ->
                // Slaves and parent share an address, so what is for it never sees the wire.
                frame.to().equals(out.mac())
                        ? arrive(owner(parent, frame.packet().destination()), frame)
                        : send(parent, frame);
            case Underlay.Tagged(var parent, var id) -> send(parent, frame.tagged(id));
            case Underlay.Wire _ ->
                out.segment()
                        .receiver(out, frame.to())
                        .map(in -> arrive(in, frame))
                        .orElseGet(() ->
                                lost(out, DropReason.NEIGHBOUR_UNREACHABLE, "nobody on the wire has " + frame.to()));
        };
    }

    /** It comes in there as if it had been sent to that link, and meets the filters of that one. */
    private static Arrival redirected(Device in, Frame frame) {
        return frame.redirections() < MOST_REDIRECTIONS
                ? arrive(in, frame.redirectedTo(in.mac()))
                : lost(in, DropReason.REDIRECTED_NOWHERE, "filters send it round in circles");
    }

    private static Arrival arrive(Device in, Frame frame) {
        if (!in.up()) {
            return isDown(in);
        }
        return switch (in.filters().meet(Hook.INGRESS, frame)) {
            case Filters.Verdict.Goes(var going) -> up(in, going);
            case Filters.Verdict.ComesInBy(var other) -> redirected(other, frame);
            case Filters.Verdict.Lost(var words) -> lost(in, DropReason.REDIRECTED_NOWHERE, words);
        };
    }

    private static Arrival up(Device in, Frame frame) {
        if (frame.isTagged()) {
            return tagged(in, frame.tag())
                    .map(vlan -> arrive(vlan, frame.bare()))
                    .orElseGet(() ->
                            lost(in, DropReason.NO_SUCH_VLAN, "no link has tag " + frame.tag() + " on " + in.name()));
        }
        return in.mac().equals(frame.to())
                ? amongSlaves(in, frame)
                : lost(in, DropReason.OTHER_HOST, in.name() + " is not " + frame.to());
    }

    /** The slave that has the address, else the parent itself. */
    private static Arrival amongSlaves(Device parent, Frame frame) {
        var owner = owner(parent, frame.packet().destination());
        return owner == parent ? received(parent) : arrive(owner, frame);
    }

    private static Device owner(Device parent, Ip ip) {
        return slaves(parent)
                .filter(slave -> slave.up() && slave.owns(ip))
                .findFirst()
                .orElse(parent);
    }

    private static Arrival received(Device in) {
        return in.up() ? new Arrival.By(in) : isDown(in);
    }

    /** Who hears what the device says to everybody. The host of an IPvlan does not hear its slaves. */
    static List<Device> hearing(Device out, Frame frame) {
        if (!out.up() || !out.hasCarrier()) {
            return List.of();
        }
        return switch (out.filters().meet(Hook.EGRESS, frame)) {
            case Filters.Verdict.Goes(var going) -> heardBeneath(out, going).toList();
            case Filters.Verdict.ComesInBy(var in) -> heardElsewhere(in, frame).toList();
            case Filters.Verdict.Lost _ -> List.of();
        };
    }

    private static Stream<Device> heardBeneath(Device out, Frame frame) {
        return switch (out.underlay()) {
            case Underlay.Slave(var parent, var _) ->
                Stream.concat(
                        slaves(parent).filter(slave -> slave != out).flatMap(slave -> hearers(slave, frame)),
                        hearing(parent, frame).stream());
            case Underlay.Tagged(var parent, var id) -> hearing(parent, frame.tagged(id)).stream();
            case Underlay.Wire _ -> out.segment().others(out).stream().flatMap(in -> hearers(in, frame));
        };
    }

    private static Stream<Device> hearers(Device in, Frame frame) {
        if (!in.up()) {
            return Stream.empty();
        }
        return switch (in.filters().meet(Hook.INGRESS, frame)) {
            case Filters.Verdict.Goes(var going) ->
                going.isTagged()
                        ? tagged(in, going.tag()).stream().flatMap(vlan -> hearers(vlan, going.bare()))
                        : Stream.concat(Stream.of(in), slaves(in).flatMap(slave -> hearers(slave, going)));
            case Filters.Verdict.ComesInBy(var other) -> heardElsewhere(other, frame);
            case Filters.Verdict.Lost _ -> Stream.empty();
        };
    }

    private static Stream<Device> heardElsewhere(Device in, Frame frame) {
        return frame.redirections() < MOST_REDIRECTIONS ? hearers(in, frame.redirectedTo(in.mac())) : Stream.empty();
    }

    private static Stream<Device> slaves(Device parent) {
        return parent.standing().stream().filter(device -> device.underlay() instanceof Underlay.Slave);
    }

    private static Optional<Device> tagged(Device parent, int tag) {
        return parent.standing().stream()
                .filter(device -> device.underlay() instanceof Underlay.Tagged(var _, var id) && id.number() == tag)
                .findFirst();
    }

    /**
     * Whether a device of the same port has the address: an IPvlan gives it to nobody else, and not to the same once more with
     * another prefix either. IPv6 looks by itself first, which replaces the prefix.
     */
    static boolean isTaken(Device slave, InterfaceAddress address) {
        return slave.underlay() instanceof Underlay.Slave(var parent, var _)
                && (slaves(parent).anyMatch(other -> other != slave && other.owns(address.ip()))
                        || hasOtherwise(slave, address));
    }

    private static boolean hasOtherwise(Device slave, InterfaceAddress address) {
        return address.family() == IpFamily.V4
                && slave.has(address.ip())
                && !slave.addresses(IpFamily.V4).contains(address);
    }

    private static Arrival isDown(Device device) {
        return lost(device, DropReason.LINK_DOWN, "link " + device.name() + " is down");
    }

    private static Arrival lost(Device at, DropReason reason, String words) {
        return new Arrival.Lost(at, reason, words);
    }
}
