package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** The network stack of one namespace: its devices, and per family its routes and rules. */
final class Stack {
    private static final int LOOPBACK_MTU = 65_536;

    private final NetNs ns;
    private final SequencedMap<LinkName, Device> devices = new LinkedHashMap<>();
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

    /** In the order they came, which is that of their indexes. */
    Collection<Device> devices() {
        return devices.values();
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

    /** Gives the new device the next index; indexes are never given twice. */
    Device add(LinkName name, String kind, Mac mac, int mtuBytes, Segment segment) {
        var device = new Device(this, ++lastIndex, name, kind, mac, mtuBytes, segment);
        devices.put(name, device);
        settings.admit(IpFamily.V4, name.text());
        if (ipv6.fits(mtuBytes)) {
            settings.admit(IpFamily.V6, name.text());
        }
        return device;
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
    }

    void turnUp(Device device) {
        if (!device.up()) {
            device.turn(true);
            ipv4.turnedUp(device);
            ipv6.turnedUp(device);
        }
    }

    void turnDown(Device device) {
        if (device.up()) {
            device.turn(false);
            for (var family : IpFamily.values()) {
                device.neighbours(family).clear();
            }
            ipv4.turnedDown(device);
            ipv6.turnedDown(device);
        }
    }

    void resize(Device device, Mtu mtu) {
        boolean before = ipv6.fits(device.mtuBytes());
        device.resize(mtu.bytes());
        boolean after = ipv6.fits(device.mtuBytes());
        if (before && !after) {
            ipv6.end(device);
            settings.dismiss(IpFamily.V6, device.name().text());
        } else if (after && !before) {
            settings.admit(IpFamily.V6, device.name().text());
        }
    }

    void write(SettingKey key, int value) {
        settings.write(key, value);
        if (key.setting() == Setting.DISABLE_V6) {
            List.copyOf(devices.values()).stream()
                    .filter(device -> !ipv6.runsOn(device))
                    .forEach(ipv6::end);
        }
    }

    @Override
    public String toString() {
        return ns.path();
    }
}
