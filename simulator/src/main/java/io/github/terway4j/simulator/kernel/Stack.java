package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The network stack of one namespace: its devices, and per family its routes and rules. */
final class Stack {
    private static final int LOOPBACK_MTU = 65_536;

    /** Beyond all that the kernel counts up to by itself. */
    private static final int FIRST_CHOSEN_INDEX = 1 << 30;

    private final NetNs ns;
    private final Map<LinkName, Device> devices = new TreeMap<>();
    private final SortedMap<Integer, Device> byIndex = new TreeMap<>();
    private final Map<IpFamily, RouteBook> routes = new EnumMap<>(IpFamily.class);
    private final Map<IpFamily, RuleBook> rules = new EnumMap<>(IpFamily.class);
    private final Settings settings = new Settings();
    private final Ipv4Addressing ipv4 = new Ipv4Addressing(this);
    private final Ipv6Addressing ipv6 = new Ipv6Addressing(this);
    private int lastIndex;

    Stack(NetNs ns) {
        this.ns = ns;
        for (var family : IpFamily.values()) {
            routes.put(family, new RouteBook(family));
            rules.put(family, new RuleBook(ns, family));
        }
        add(Device.LOOPBACK, "", new Mac(0), LOOPBACK_MTU, Segment.loopback());
    }

    NetNs ns() {
        return ns;
    }

    /** In the order of their indexes. */
    Collection<Device> devices() {
        return byIndex.values();
    }

    Optional<Device> device(LinkName name) {
        return Optional.ofNullable(devices.get(name));
    }

    Device loopback() {
        return Objects.requireNonNull(devices.get(Device.LOOPBACK));
    }

    RouteBook routes(IpFamily family) {
        return Objects.requireNonNull(routes.get(family));
    }

    void add(KernelObject.Rule rule) {
        routes(rule.family()).unmerge();
        rules(rule.family()).add(rule);
    }

    RuleBook rules(IpFamily family) {
        return Objects.requireNonNull(rules.get(family));
    }

    Settings settings() {
        return settings;
    }

    Ipv4Addressing ipv4() {
        return ipv4;
    }

    Ipv6Addressing ipv6() {
        return ipv6;
    }

    /** Gives the new device the next index; it gives none twice. */
    Device add(LinkName name, String kind, Mac mac, int mtuBytes, Segment segment) {
        return admit(new Device(this, nextIndex(), name, kind, mac, mtuBytes, segment));
    }

    /**
     * A device that stands on another has its hardware address and its MTU.
     *
     * @param from where it is made, which is where its parent is looked for
     */
    Device add(LinkName name, Underlay underlay, Stack from) {
        var parent = underlay.standsOn().orElseThrow();
        var kind = underlay instanceof Underlay.Slave ? "ipvlan" : "vlan";
        int index = from == this ? nextIndex() : chosenIndex(from);
        var device = admit(new Device(this, index, name, kind, parent.mac(), parent.mtuBytes(), Segment.loopback()));
        if (underlay instanceof Underlay.Slave slave) {
            device.enslave(slave);
        } else {
            device.stand(underlay);
        }
        return device;
    }

    private Device admit(Device device) {
        devices.put(device.name(), device);
        byIndex.put(device.index(), device);
        settings.admit(IpFamily.V4, device.name().text());
        ipv6.cameHere(device);
        return device;
    }

    /** Takes a device over from another namespace, with its index if that is free here, and with nothing on it. */
    void adopt(Device device, LinkName name) {
        // Its VLANs stay where they are and hear of it (vlan_device_event).
        device.stack().turnDown(device);
        device.stack().remove(device);
        int index = isFree(device.index()) ? device.index() : nextIndex();
        admit(device.movedTo(this, index, name));
    }

    void rename(Device device, LinkName name) {
        devices.remove(device.name());
        for (var family : IpFamily.values()) {
            settings.rename(family, device.name().text(), name.text());
        }
        device.rename(name);
        devices.put(name, device);
    }

    private boolean isFree(int index) {
        return !byIndex.containsKey(index);
    }

    /** As for a device that came and went again. */
    void useUpIndex() {
        nextIndex();
    }

    /** As the adapter of Linux chooses one for a link that is made elsewhere. */
    private int chosenIndex(Stack elsewhere) {
        int index = Math.max(FIRST_CHOSEN_INDEX, byIndex.lastKey()) + 1;
        while (!elsewhere.isFree(index)) {
            index++;
        }
        return index;
    }

    private int nextIndex() {
        do {
            lastIndex++;
        } while (!isFree(lastIndex));
        return lastIndex;
    }

    /** Removes the device with everything on it and every route through it; rules that name it stay. */
    void remove(Device device) {
        for (var family : IpFamily.values()) {
            device.addresses(family).clear();
            routes(family).removeIf(entry -> entry.leads().leadsThrough(device));
            settings.dismiss(family, device.name().text());
        }
        device.segment().leave(device);
        devices.remove(device.name());
        byIndex.remove(device.index());
    }

    void turnUp(Device device) {
        if (!device.up()) {
            device.turn(true);
            if (device.underlay() instanceof Underlay.Slave(var parent, var _)) {
                // Whatever it was told before (ipvlan_open).
                device.stand(new Underlay.Slave(parent, Arp.ON));
            }
            ipv4.turnedUp(device);
            ipv6.turnedUp(device);
            carrierCame(device);
            device.segment().others(device).forEach(Stack::carrierCame);
            // VLANs come and go with what they stand on; IPvlans just have no carrier.
            vlansOn(device).forEach(vlan -> vlan.stack().turnUp(vlan));
        }
    }

    private static void carrierCame(Device device) {
        device.stack().ipv6.carrierCame(device);
        device.standing().forEach(Stack::carrierCame);
    }

    void turnDown(Device device) {
        if (device.up()) {
            vlansOn(device).forEach(vlan -> vlan.stack().turnDown(vlan));
            device.turn(false);
            for (var family : IpFamily.values()) {
                device.neighbours(family).clear();
            }
            ipv4.turnedDown(device);
            ipv6.turnedDown(device);
        }
    }

    private static List<Device> vlansOn(Device device) {
        return device.standing().stream()
                .filter(other -> other.underlay() instanceof Underlay.Tagged)
                .toList();
    }

    /**
     * A slave becomes as wide as its parent, and nobody is told that it is (ipvlan_adjust_mtu); a VLAN is at most. What is so
     * already is no news.
     */
    void resize(Device device, Mtu mtu) {
        if (device.mtuBytes() == mtu.bytes()) {
            return;
        }
        device.resize(mtu.bytes());
        ipv6.resized(device);
        for (var other : device.standing()) {
            if (other.underlay() instanceof Underlay.Slave) {
                other.resize(mtu.bytes());
            } else if (other.mtuBytes() > mtu.bytes()) {
                other.stack().resize(other, mtu);
            }
        }
    }

    void write(SettingKey key, int value) {
        var before = byIndex.values().stream().filter(ipv6::runsOn).toList();
        settings.write(key, value);
        var after = byIndex.values().stream().filter(ipv6::runsOn).toList();
        before.stream().filter(device -> !after.contains(device)).forEach(ipv6::end);
        after.stream().filter(device -> !before.contains(device)).forEach(ipv6::begun);
    }

    @Override
    public String toString() {
        return ns.path();
    }
}
