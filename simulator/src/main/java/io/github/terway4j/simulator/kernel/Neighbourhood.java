package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a device comes to know its neighbours' hardware addresses in the course of one exchange: from permanent entries,
 * from what it has just learned, and by asking on the link (net/ipv4/arp.c, net/ipv6/ndisc.c).
 */
final class Neighbourhood {
    private record Place(Device device, Ip ip) {}

    private final Map<Place, Mac> learned = new LinkedHashMap<>();

    /** Where the neighbour is; empty if nobody answers for it. The packet is what we want to send there. */
    Optional<Mac> find(Device out, Ip neighbour, Packet packet) {
        if (!out.resolves()) {
            // Who does not ask takes everybody for having its own address (arp_constructor, ndisc_constructor).
            return Optional.of(out.mac());
        }
        return Optional.ofNullable(out.neighbours(neighbour.family()).get(neighbour))
                .or(() -> Optional.ofNullable(learned.get(new Place(out, neighbour))))
                .or(() -> ask(out, neighbour, packet));
    }

    private Optional<Mac> ask(Device out, Ip neighbour, Packet packet) {
        return asker(out, neighbour, packet).flatMap(asker -> ask(out, neighbour, asker));
    }

    /** Whoever answers learns where the asker is, and the first answer to arrive counts. */
    private Optional<Mac> ask(Device out, Ip neighbour, Ip asker) {
        var answering = Carriage.hearing(out, Frame.question(asker, neighbour)).stream()
                .filter(Device::resolves)
                .filter(other -> answers(other, neighbour, asker))
                .filter(other -> isAnswered(out, other, asker))
                .toList();
        answering.forEach(other -> learned.put(new Place(other, asker), out.mac()));
        var answer = answering.stream()
                .filter(_ -> believes(out, neighbour))
                .filter(other -> reaches(out, other, neighbour, asker))
                .map(Device::mac)
                .findFirst();
        answer.ifPresent(mac -> learned.put(new Place(out, neighbour), mac));
        return answer;
    }

    /**
     * Whose question it is: the packet's source if that is ours, else an address of the link.
     *
     * <p>IPv4 asks in nobody's name if it has no address at all, and is answered; IPv6 does not ask.
     */
    private static Optional<Ip> asker(Device out, Ip neighbour, Packet packet) {
        return switch (neighbour.family()) {
            case V4 ->
                out.stack().routes(IpFamily.V4).isLocal(packet.source())
                        ? Optional.of(packet.source())
                        : Ipv4SourceSelection.towards(neighbour, out)
                                .or(() -> Optional.of(Flow.unspecified(neighbour)));
            case V6 ->
                out.has(packet.source())
                        ? Optional.of(packet.source())
                        : Optional.of(out.linkLocal()).filter(_ -> out.hasOwnAddress());
        };
    }

    /**
     * Whether the answer comes to who asked: filters may stand in its way, and an IPvlan parent gives it to the slave that
     * has the address in whose name was asked (ipvlan_addr_lookup).
     */
    private static boolean reaches(Device asking, Device asked, Ip neighbour, Ip asker) {
        return Carriage.send(asked, Frame.answer(asking.mac(), neighbour, asker)) instanceof Arrival.By(var in)
                && in == asking;
    }

    /** IPv4 answers whom the question names, and IPv6 whomever it takes for the asker. */
    private static boolean isAnswered(Device asking, Device asked, Ip asker) {
        return switch (asker.family()) {
            case V4 -> true;
            case V6 ->
                asked.neighbours(IpFamily.V6).getOrDefault(asker, asking.mac()).equals(asking.mac());
        };
    }

    /** IPv6 does not listen to others who claim to be itself. */
    private static boolean believes(Device asking, Ip neighbour) {
        return switch (neighbour.family()) {
            case V4 -> true;
            case V6 -> !asking.stack().ipv6().answersFor(asking, neighbour);
        };
    }

    /**
     * IPv4 answers on any link for any address of the namespace, if a packet from the asker to that address would be
     * let in there. IPv6 answers only for addresses of the link.
     */
    private static boolean answers(Device asked, Ip wanted, Ip asker) {
        return switch (wanted.family()) {
            case V4 ->
                asker.equals(Flow.unspecified(asker))
                        ? asked.stack().routes(IpFamily.V4).isLocal(wanted)
                        : InputRouting.decide(asked, Packet.fresh(asker, wanted)) instanceof Decision.Deliver;
            case V6 -> asked.stack().ipv6().answersFor(asked, wanted);
        };
    }
}
