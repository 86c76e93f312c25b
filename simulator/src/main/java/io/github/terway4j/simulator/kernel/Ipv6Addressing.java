package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;

/**
 * What Linux does about IPv6 addresses: which routes it makes for them, and takes away with them (net/ipv6/addrconf.c).
 *
 * <p>Unlike IPv4's, they do not outlive their link's going down; and a link may have no IPv6 at all, because somebody
 * switched it off or because its packets are too small. Addresses are taken to be added without duplicate detection.
 */
final class Ipv6Addressing {
    private static final InterfaceAddress LOCALHOST = InterfaceAddress.parse("::1/128");
    /** RFC 8200, section 5. */
    private static final int SMALLEST_MTU = 1280;

    private final Stack stack;

    Ipv6Addressing(Stack stack) {
        this.stack = stack;
    }

    boolean fits(int mtuBytes) {
        return mtuBytes >= SMALLEST_MTU;
    }

    boolean runsOn(Device device) {
        return fits(device.mtuBytes())
                && stack.settings().get(Setting.DISABLE_V6, device.name().text()) == 0;
    }

    /** The link's own address, which it has while it is up: with it a link without any other asks for neighbours. */
    boolean hasLinkLocal(Device device) {
        return device.up() && device.hasCarrier() && runsOn(device);
    }

    /** Whether somebody on the link who asks for this address gets an answer. */
    boolean answersFor(Device device, Ip ip) {
        return runsOn(device)
                && device.up()
                && (device.has(ip) || device.linkLocal().equals(ip));
    }

    /** An address that the link has with another prefix gets the new one: it can be there only once. */
    void add(Device device, InterfaceAddress address) {
        var addresses = device.addresses(IpFamily.V6);
        if (addresses.contains(address)) {
            return;
        }
        addresses.stream()
                .filter(other -> other.ip().equals(address.ip()))
                .findFirst()
                .ifPresent(other -> remove(device, other));
        addresses.add(address);
        book().append(RouteTables.LOCAL, here(device, address.ip()));
        if (device.up()) {
            reachNeighbours(device, address);
        }
    }

    void remove(Device device, InterfaceAddress address) {
        if (!device.addresses(IpFamily.V6).remove(address)) {
            return;
        }
        book().removeHere(device, address.ip());
        if (device.addresses(IpFamily.V6).stream()
                .noneMatch(other -> other.subnet().equals(address.subnet()))) {
            book().remove(RouteTables.MAIN, prefix(device, address));
        }
    }

    void turnedUp(Device device) {
        if (device.isLoopback() && runsOn(device)) {
            add(device, LOCALHOST);
        }
        device.addresses(IpFamily.V6).forEach(address -> reachNeighbours(device, address));
    }

    /** Blackholes are routes through loopback to IPv6. */
    void turnedDown(Device device) {
        end(device);
        if (device.isLoopback()) {
            book().removeIf(entry -> entry.leads() instanceof Leads.Blackhole);
        }
    }

    /** The link has no IPv6 from now on, until it has again. */
    void end(Device device) {
        device.addresses(IpFamily.V6).clear();
        device.neighbours(IpFamily.V6).clear();
        book().removeIf(entry -> entry.leads().leadsThrough(device));
    }

    private void reachNeighbours(Device device, InterfaceAddress address) {
        book().append(RouteTables.MAIN, prefix(device, address));
    }

    private static RouteEntry here(Device device, Ip ip) {
        return new RouteEntry(Cidr.host(ip), new Leads.Here(device, ip), 0, RouteEntry.KERNEL);
    }

    /** Through loopback there are no neighbours: such routes refuse what they match. */
    private static RouteEntry prefix(Device device, InterfaceAddress address) {
        var leads = device.isLoopback() ? new Leads.Blackhole() : new Leads.Direct(device);
        return new RouteEntry(address.subnet(), leads, RouteEntry.PREFIX_METRIC_V6, RouteEntry.KERNEL);
    }

    private RouteBook book() {
        return stack.routes(IpFamily.V6);
    }
}
