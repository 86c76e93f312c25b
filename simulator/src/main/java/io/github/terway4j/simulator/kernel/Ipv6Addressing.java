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
    static final Ip LOCALHOST = Ip.parse("::1");

    /** RFC 8200, section 5. */
    private static final int SMALLEST_MTU = 1280;

    private static final int OWN_PREFIX_LENGTH = 64;

    private final Stack stack;
    private boolean localhostIsKernels;

    Ipv6Addressing(Stack stack) {
        this.stack = stack;
    }

    /** Whether the kernel gave it to loopback by itself: Linux says so, and does not say so of 127.0.0.1. */
    boolean isKernels(Device device, InterfaceAddress address) {
        return localhostIsKernels && device.isLoopback() && address.ip().equals(LOCALHOST);
    }

    private static boolean fits(Device device) {
        return device.mtuBytes() >= SMALLEST_MTU;
    }

    boolean runsOn(Device device) {
        return device.hasIpv6()
                && stack.settings().get(Setting.DISABLE_V6, device.name().text()) == 0;
    }

    /** Whether somebody on the link who asks for this address gets an answer. */
    boolean answersFor(Device device, Ip ip) {
        return runsOn(device) && device.up() && device.owns(ip);
    }

    /** An address that the link has with another prefix gets the new one: it can be there only once. */
    void add(Device device, InterfaceAddress address) {
        var addresses = device.addresses(IpFamily.V6);
        // What the kernel gave to loopback is not in our sight, and so in nobody's power to replace.
        if (addresses.contains(address) || isKernels(device, address)) {
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
        localhostIsKernels &= isOnLoopback();
        book().removeHere(device, address.ip());
        if (device.addresses(IpFamily.V6).stream()
                .noneMatch(other -> other.subnet().equals(address.subnet()))) {
            book().remove(RouteTables.MAIN, prefix(device, address));
        }
    }

    /** The link is new here. */
    void cameHere(Device device) {
        if (fits(device)) {
            takeOn(device);
        }
    }

    /** The link is of another width, and IPv6 was told so. */
    void resized(Device device) {
        if (device.hasIpv6() && !fits(device)) {
            giveUp(device);
        } else if (!device.hasIpv6() && fits(device)) {
            takeOn(device);
            begun(device);
        }
    }

    /** Whether the link has IPv6 once somebody asks for it: one that became wide enough unheard gets it now. */
    boolean canRunOn(Device device) {
        if (!device.hasIpv6() && fits(device)) {
            takeOn(device);
        }
        return runsOn(device);
    }

    private void takeOn(Device device) {
        device.takeOnIpv6(true);
        stack.settings().admit(IpFamily.V6, device.name().text());
    }

    private void giveUp(Device device) {
        end(device);
        device.takeOnIpv6(false);
        stack.settings().dismiss(IpFamily.V6, device.name().text());
    }

    /** The link can have IPv6 from now on: it gets anew what it has of itself. */
    void begun(Device device) {
        if (device.up()) {
            turnedUp(device);
            carrierCame(device);
        }
    }

    /**
     * With its first carrier since it came up, a link gets an address of its own, which it keeps when the carrier goes.
     * With that, a link without any other asks for neighbours and speaks to them. It is also when IPv6 sees how wide a link
     * became without telling it.
     */
    void carrierCame(Device device) {
        boolean isFirst = !device.hasOwnAddress() && !device.isLoopback() && device.up() && device.hasCarrier();
        if (!isFirst || !canRunOn(device)) {
            return;
        }
        if (fits(device)) {
            device.ownAddress(true);
            book().append(RouteTables.LOCAL, here(device, device.linkLocal()));
            book().append(RouteTables.MAIN, prefix(device, ownAddress(device)));
        } else {
            giveUp(device);
        }
    }

    static InterfaceAddress ownAddress(Device device) {
        return new InterfaceAddress(device.linkLocal(), OWN_PREFIX_LENGTH);
    }

    void turnedUp(Device device) {
        if (device.isLoopback() && runsOn(device) && !device.has(LOCALHOST)) {
            add(device, InterfaceAddress.host(LOCALHOST));
            localhostIsKernels = true;
        }
        device.addresses(IpFamily.V6).forEach(address -> reachNeighbours(device, address));
    }

    void turnedDown(Device device) {
        end(device);
    }

    /** The link has no IPv6 from now on, until it has again. What refuses leads through loopback to IPv6. */
    void end(Device device) {
        device.addresses(IpFamily.V6).clear();
        localhostIsKernels &= isOnLoopback();
        device.neighbours(IpFamily.V6).clear();
        device.ownAddress(false);
        book().removeIf(entry ->
                entry.leads().leadsThrough(device) || (device.isLoopback() && entry.leads() instanceof Leads.Nowhere));
    }

    /** A namespace that dies loses its loopback before it lets go of hardware. */
    private boolean isOnLoopback() {
        return stack.device(Device.LOOPBACK)
                .filter(loopback -> loopback.has(LOCALHOST))
                .isPresent();
    }

    private void reachNeighbours(Device device, InterfaceAddress address) {
        book().append(RouteTables.MAIN, prefix(device, address));
    }

    private static RouteEntry here(Device device, Ip ip) {
        return new RouteEntry(Cidr.host(ip), new Leads.Here(device, ip), 0, RouteEntry.KERNEL);
    }

    /** Through loopback there are no neighbours: what is sent there is lost, and nobody is told. */
    private static RouteEntry prefix(Device device, InterfaceAddress address) {
        return new RouteEntry(
                address.subnet(), new Leads.Direct(device), RouteEntry.PREFIX_METRIC_V6, RouteEntry.KERNEL);
    }

    private RouteBook book() {
        return stack.routes(IpFamily.V6);
    }
}
