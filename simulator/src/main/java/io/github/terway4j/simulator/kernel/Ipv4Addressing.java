package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/**
 * What Linux does about IPv4 addresses: which routes it makes for them, and takes away with them (fib_add_ifaddr and
 * fib_del_ifaddr in net/ipv4/fib_frontend.c).
 *
 * <p>An address is local whether its link is up or not. Its neighbours are reachable only while the link is up. The
 * last address of a link takes all routes through the link and all its neighbours with it.
 */
final class Ipv4Addressing {
    private static final InterfaceAddress LOCALHOST = InterfaceAddress.parse("127.0.0.1/8");
    private static final int LONGEST_WITH_BROADCAST = 30;

    private final Stack stack;
    private boolean localhostIsKernels;

    Ipv4Addressing(Stack stack) {
        this.stack = stack;
    }

    void add(Device device, InterfaceAddress address) {
        if (on(device).contains(address)) {
            return;
        }
        on(device).add(address);
        stack.settings().settle(device.name().text());
        var source = primaryOf(device, address).ip();
        // Who is not the first of its subnet here is local only if that one is: it is spoken from (fib_valid_prefsrc).
        if (source.equals(address.ip()) || book().isLocal(source)) {
            book().append(RouteTables.LOCAL, kernels(Cidr.host(address.ip()), new Leads.Here(device, source)));
        }
        if (device.up()) {
            reachNeighbours(device, address);
        }
    }

    /** With the first address of a subnet, the others of that subnet go too (promote_secondaries is off). */
    void remove(Device device, InterfaceAddress address) {
        if (!on(device).contains(address)) {
            return;
        }
        var going = isPrimary(device, address)
                ? on(device).stream()
                        .filter(other -> primaryOf(device, other).equals(address))
                        .toList()
                : List.of(address);
        on(device).removeAll(going);
        localhostIsKernels &= stack.loopback().has(LOCALHOST.ip());
        going.forEach(gone -> forget(device, gone));
        if (on(device).isEmpty()) {
            book().removeIf(entry -> entry.leads().leadsThrough(device));
            device.neighbours(IpFamily.V4).clear();
        }
    }

    /** Those from which the link speaks; the others only listen. */
    List<InterfaceAddress> primaries(Device device) {
        return on(device).stream().filter(address -> isPrimary(device, address)).toList();
    }

    /** Whether it has scope host, which of all addresses only that has which the kernel gives to loopback. */
    boolean isOnlyForTheHost(Device device, InterfaceAddress address) {
        return localhostIsKernels && device.isLoopback() && address.equals(LOCALHOST);
    }

    void turnedUp(Device device) {
        if (device.isLoopback() && on(device).isEmpty()) {
            add(device, LOCALHOST);
            localhostIsKernels = true;
        } else {
            on(device).forEach(address -> reachNeighbours(device, address));
        }
    }

    void turnedDown(Device device) {
        book().removeIf(entry -> entry.leads().leadsThrough(device) && !(entry.leads() instanceof Leads.Here));
    }

    private void reachNeighbours(Device device, InterfaceAddress address) {
        // No route may name a source that is not local, and somebody else's route may hide that it is
        // (fib_valid_prefsrc).
        if (!isPrimary(device, address) || !book().isLocal(address.ip())) {
            return;
        }
        if (!address.subnet().isHost()) {
            if (device.isLoopback()) {
                book().append(RouteTables.LOCAL, wholeSubnet(device, address));
            } else {
                book().append(RouteTables.MAIN, connected(device, address));
            }
        }
        if (address.length() <= LONGEST_WITH_BROADCAST) {
            book().append(RouteTables.LOCAL, broadcast(device, address));
        }
    }

    private void forget(Device device, InterfaceAddress address) {
        if (!device.has(address.ip())) {
            book().removeHere(device, address.ip());
        }
        book().remove(RouteTables.LOCAL, broadcast(device, address));
        if (!address.subnet().isHost()) {
            book().remove(RouteTables.MAIN, connected(device, address));
            book().remove(RouteTables.LOCAL, wholeSubnet(device, address));
        }
    }

    private boolean isPrimary(Device device, InterfaceAddress address) {
        return primaryOf(device, address).equals(address);
    }

    /** The first address of its subnet on this link. */
    private InterfaceAddress primaryOf(Device device, InterfaceAddress address) {
        return on(device).stream()
                .filter(other ->
                        other.length() == address.length() && other.subnet().contains(address.ip()))
                .findFirst()
                .orElse(address);
    }

    private static RouteEntry connected(Device device, InterfaceAddress address) {
        return kernels(address.subnet(), new Leads.Connected(device, address.ip()));
    }

    private static RouteEntry wholeSubnet(Device device, InterfaceAddress address) {
        return kernels(address.subnet(), new Leads.Here(device, address.ip()));
    }

    private static RouteEntry broadcast(Device device, InterfaceAddress address) {
        return kernels(Cidr.host(address.subnet().last()), new Leads.Broadcast(device, address.ip()));
    }

    private static RouteEntry kernels(Cidr destination, Leads leads) {
        return new RouteEntry(destination, leads, 0, RouteEntry.KERNEL);
    }

    private static List<InterfaceAddress> on(Device device) {
        return device.addresses(IpFamily.V4);
    }

    private RouteBook book() {
        return stack.routes(IpFamily.V4);
    }
}
