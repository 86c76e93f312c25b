package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.TrafficOutcome;

/** Traffic arrives if a packet would go there and its answer would come back, however much of it there is. */
final class SimulatedTraffic implements Traffic {
    private final PacketWalk packets;

    SimulatedTraffic(PacketWalk packets) {
        this.packets = packets;
    }

    @Override
    public TrafficOutcome exchange(NetNs from, NetNs to, Ip address, int bytes) {
        var trip = packets.roundTrip(from, address);
        return trip.joins(from, to) ? new TrafficOutcome.Arrived() : new TrafficOutcome.Lost(trip.words());
    }
}
