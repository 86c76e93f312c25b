package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Mac;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What carries frames between devices: the inside of a veth pair, a switch, or nothing at all. */
public final class Segment {
    private enum Kind {
        PAIR,
        SWITCH,
        LOOPBACK
    }

    private final Kind kind;
    private final List<Device> stations = new ArrayList<>();

    private Segment(Kind kind) {
        this.kind = kind;
    }

    /** A switch with as many ports as are needed, which knows behind which port each hardware address is. */
    public static Segment ofSwitch() {
        return new Segment(Kind.SWITCH);
    }

    static Segment pair() {
        return new Segment(Kind.PAIR);
    }

    static Segment loopback() {
        return new Segment(Kind.LOOPBACK);
    }

    void join(Device device) {
        stations.add(device);
    }

    void leave(Device device) {
        stations.remove(device);
    }

    boolean isPair() {
        return kind == Kind.PAIR;
    }

    /** Whether the device has a carrier: a veth has one while its other end is up, a port of a switch always. */
    boolean carries(Device from) {
        return switch (kind) {
            case PAIR -> others(from).stream().allMatch(Device::up);
            case SWITCH -> true;
            case LOOPBACK -> false;
        };
    }

    List<Device> others(Device from) {
        return stations.stream().filter(device -> device != from).toList();
    }

    /** Who gets a frame: across a pair the other end, whatever the address on it; from a switch whoever has it. */
    Optional<Device> receiver(Device from, Mac to) {
        return others(from).stream()
                .filter(device -> kind == Kind.PAIR || device.mac().equals(to))
                .findFirst();
    }
}
