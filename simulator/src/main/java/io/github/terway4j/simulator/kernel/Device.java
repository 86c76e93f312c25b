package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.QueueDiscipline;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A link in a namespace. It holds what is on it; what follows from a change, its stack does. */
final class Device {
    static final LinkName LOOPBACK = new LinkName("lo");

    private static final long LINK_LOCAL_PREFIX = 0xfe80_0000_0000_0000L;

    private final Stack stack;
    private Stack birthplace;
    private final int index;
    private LinkName name;
    private String kind;
    private final Mac mac;
    private final Segment segment;
    private Underlay underlay = new Underlay.Wire();
    private final List<Device> standing = new ArrayList<>(0);

    /** Its number among the slaves that its parent has had; zero for what is none (net_device.dev_id). */
    private int number;

    private int lastNumber;
    private final Map<IpFamily, List<InterfaceAddress>> addresses = new EnumMap<>(IpFamily.class);
    private final Map<IpFamily, SortedMap<Ip, Mac>> neighbours = new EnumMap<>(IpFamily.class);
    private int mtuBytes;
    private boolean ipv6;
    private boolean up;
    private boolean hasOwnAddress;
    private String alias = "";
    private int group;
    private final Filters filters = new Filters();
    private @Nullable Tbf shaper;
    private @Nullable QueueDiscipline discipline;

    Device(Stack stack, int index, LinkName name, String kind, Mac mac, int mtuBytes, Segment segment) {
        this.stack = stack;
        this.birthplace = stack;
        this.index = index;
        this.name = name;
        this.kind = kind;
        this.mac = mac;
        this.mtuBytes = mtuBytes;
        this.segment = segment;
        for (var family : IpFamily.values()) {
            addresses.put(family, new ArrayList<>(1));
            neighbours.put(family, new TreeMap<>());
        }
        segment.join(this);
    }

    Stack stack() {
        return stack;
    }

    int index() {
        return index;
    }

    LinkName name() {
        return name;
    }

    void rename(LinkName newName) {
        name = newName;
    }

    Mac mac() {
        return mac;
    }

    /** What was plugged in, and not made. */
    boolean isHardware() {
        return kind.isEmpty() && !isLoopback();
    }

    /** From now on it is as if it had been plugged in. */
    void harden() {
        kind = "";
    }

    /** The same in another namespace, with nothing on it but its alias. */
    Device movedTo(Stack target, int newIndex, LinkName newName) {
        var moved = new Device(target, newIndex, newName, kind, mac, mtuBytes, segment);
        moved.alias = alias;
        moved.group = group;
        moved.birthplace = birthplace;
        moved.number = number;
        moved.lastNumber = lastNumber;
        standing().forEach(device -> device.stand(device.underlay.on(moved)));
        return moved;
    }

    /** Where it was plugged in or made: to hardware, the first namespace of its machine. */
    Stack birthplace() {
        return birthplace;
    }

    Segment segment() {
        return segment;
    }

    Underlay underlay() {
        return underlay;
    }

    /** From now on it stands so. */
    void stand(Underlay newUnderlay) {
        underlay.standsOn().ifPresent(parent -> parent.standing.remove(this));
        underlay = newUnderlay;
        underlay.standsOn().ifPresent(parent -> parent.standing.add(this));
    }

    /** It is a slave from now on: the first of a parent that has no other is number one (ipvlan_link_new). */
    void enslave(Underlay.Slave slave) {
        var parent = slave.parent();
        if (parent.standing.stream().noneMatch(other -> other.underlay instanceof Underlay.Slave)) {
            parent.lastNumber = 0;
        }
        number = ++parent.lastNumber;
        stand(slave);
    }

    /** The devices that stand on this one, in the order they came. */
    List<Device> standing() {
        return List.copyOf(standing);
    }

    boolean hasCarrier() {
        return underlay.standsOn()
                .map(parent -> parent.up && parent.hasCarrier())
                .orElseGet(() -> segment.carries(this));
    }

    /** Whether it asks and answers for neighbours. */
    boolean resolves() {
        return !(underlay instanceof Underlay.Slave(var _, var arp)) || arp == Arp.ON;
    }

    boolean isLoopback() {
        return name.equals(LOOPBACK);
    }

    /** The device at the other end, for a veth whose other end is still there. */
    Optional<Device> peer() {
        return segment.isPair() ? segment.others(this).stream().findFirst() : Optional.empty();
    }

    /** Its addresses of that family, in the order they were given; the caller may change them. */
    List<InterfaceAddress> addresses(IpFamily family) {
        return Objects.requireNonNull(addresses.get(family));
    }

    boolean has(Ip ip) {
        return addresses(ip.family()).stream().anyMatch(address -> address.ip().equals(ip));
    }

    /** Whether it was given the address, by others or by IPv6. */
    boolean owns(Ip ip) {
        return has(ip) || (hasOwnAddress && linkLocal().equals(ip));
    }

    /**
     * The address that IPv6 makes out of the hardware address (RFC 4291, appendix A), and of the number of what shares that
     * address with others (addrconf_ifid_eui48).
     */
    Ip linkLocal() {
        return new Ip(IpFamily.V6, LINK_LOCAL_PREFIX, number == 0 ? mac.interfaceIdentifier() : numbered());
    }

    private long numbered() {
        long high = mac.value() >>> 24;
        long low = mac.value() & 0xff_ffff;
        return (high << 40) | ((long) number << 24) | low;
    }

    /** The permanent neighbours of that family; the caller may change them. */
    SortedMap<Ip, Mac> neighbours(IpFamily family) {
        return Objects.requireNonNull(neighbours.get(family));
    }

    int mtuBytes() {
        return mtuBytes;
    }

    void resize(int bytes) {
        mtuBytes = bytes;
    }

    /** Whether IPv6 has taken it on, be it switched off there or not: where packets were too small for it, it has not. */
    boolean hasIpv6() {
        return ipv6;
    }

    void takeOnIpv6(boolean nowThere) {
        ipv6 = nowThere;
    }

    boolean up() {
        return up;
    }

    void turn(boolean nowUp) {
        up = nowUp;
    }

    /** Whether IPv6 has given it {@link #linkLocal}. */
    boolean hasOwnAddress() {
        return hasOwnAddress;
    }

    void ownAddress(boolean nowThere) {
        hasOwnAddress = nowThere;
    }

    String alias() {
        return alias;
    }

    void mark(String newAlias) {
        alias = newAlias;
    }

    int group() {
        return group;
    }

    void join(int newGroup) {
        group = newGroup;
    }

    Optional<Tbf> shaper() {
        return Optional.ofNullable(shaper);
    }

    /** At the root there is room for one. */
    void shape(Tbf tbf) {
        shaper = tbf;
        discipline = null;
    }

    void unshape() {
        shaper = null;
    }

    Optional<QueueDiscipline> discipline() {
        return Optional.ofNullable(discipline);
    }

    void queue(QueueDiscipline newDiscipline) {
        discipline = newDiscipline;
        shaper = null;
    }

    void unqueue(QueueDiscipline oldDiscipline) {
        if (discipline == oldDiscipline) {
            discipline = null;
        }
    }

    Filters filters() {
        return filters;
    }

    Link observed() {
        return new Link(index, name, kind, mac, mtuBytes, up, alias, group, underlay.observed());
    }

    @Override
    public String toString() {
        return name + " in " + stack.ns();
    }
}
