package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.Sighting;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.ports.out.WatchedTraffic;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Traffic arrives if a packet would go there and its answer would come back, however much of it there is. */
final class SimulatedTraffic implements Traffic, WatchedTraffic {
    private final PacketWalk packets;

    SimulatedTraffic(PacketWalk packets) {
        this.packets = packets;
    }

    @Override
    public TrafficOutcome exchange(NetNs from, NetNs to, Ip address, int bytes) {
        var trip = packets.roundTrip(from, address);
        return trip.joins(from, to) ? new TrafficOutcome.Arrived() : new TrafficOutcome.Lost(trip.words());
    }

    @Override
    public Sighting watch(NetNs from, NetNs to, Ip address, int bytes, NetNs between) {
        var trip = packets.roundTrip(from, address);
        return trip instanceof RoundTrip.Answered(var there, var back) && trip.joins(from, to)
                ? new Sighting.Arrived(there.source(), carried(List.of(there, back), bytes, between))
                : new Sighting.Lost(trip.words());
    }

    private static SortedMap<LinkName, Sighting.Carried> carried(List<Walk> walks, int bytes, NetNs between) {
        var carried = new TreeMap<LinkName, Sighting.Carried>();
        for (var hop : walks.stream().flatMap(walk -> walk.hops().stream()).toList()) {
            if (hop.ns().equals(between)) {
                switch (hop) {
                    case Hop.Sent(var _, var link, var _, var _) ->
                        carried.merge(link, new Sighting.Carried(0, bytes), Sighting.Carried::plus);
                    case Hop.Received(var _, var link) ->
                        carried.merge(link, new Sighting.Carried(bytes, 0), Sighting.Carried::plus);
                    case Hop.Routed _ -> {}
                }
            }
        }
        return carried;
    }
}
