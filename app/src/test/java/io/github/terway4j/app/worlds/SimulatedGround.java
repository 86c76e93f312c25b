package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.kernel.DropReason;
import io.github.terway4j.simulator.kernel.Hop;
import io.github.terway4j.simulator.kernel.RoundTrip;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.kernel.Walk;
import io.github.terway4j.simulator.kernel.WalkEnd;
import java.util.List;

/** Each world on a machine of its own. */
final class SimulatedGround {
    Told tell(World world) {
        var machine = new SimulatedMachine();
        world.namespaces().forEach(ns -> machine.namespaces().create(World.nameOf(ns)));
        machine.kernel().apply(world.beginning());
        var outcomes = world.deeds().stream().map(deed -> done(machine, deed)).toList();
        var states = world.namespaces().stream()
                .map(ns -> machine.kernel().observe(ns, world.settings(ns)))
                .map(SimulatedGround::seen)
                .toList();
        return new Told(
                outcomes,
                states,
                world.shots().stream().map(shot -> fate(machine, shot)).toList());
    }

    /** Whether some packet arrives that left by a link of whose name no cable's end is. */
    boolean arrivesOverOthers(World world) {
        var machine = built(world);
        return world.shots().stream()
                .map(shot -> machine.packets().walk(shot.from(), shot.source(), shot.destination()))
                .filter(walk -> walk.end() instanceof WalkEnd.Delivered)
                .flatMap(walk -> walk.hops().stream())
                .anyMatch(hop -> hop instanceof Hop.Sent sent
                        && !sent.link().text().startsWith("x")
                        && !sent.link().text().startsWith("y"));
    }

    private static SimulatedMachine built(World world) {
        var machine = new SimulatedMachine();
        world.namespaces().forEach(ns -> machine.namespaces().create(World.nameOf(ns)));
        machine.kernel().apply(world.beginning());
        world.deeds().forEach(deed -> done(machine, deed));
        return machine;
    }

    private static String done(SimulatedMachine machine, Deed deed) {
        return switch (deed) {
            case Deed.Take(var step) ->
                machine.kernel().apply(List.of(step)).getClass().getSimpleName();
            case Deed.Refuse(var ns, int table, var destination, var how) -> {
                machine.refuse(ns, table, destination, how);
                yield "Done";
            }
            case Deed.TurnDown(var ns, var link) -> {
                machine.turnDown(ns, link);
                yield "Done";
            }
        };
    }

    static KernelState seen(Observation observation) {
        if (observation instanceof Observation.Seen(var state)) {
            return state;
        }
        throw new IllegalStateException("a namespace that was just made cannot be seen: " + observation);
    }

    private static Fate fate(SimulatedMachine machine, Shot shot) {
        return switch (shot.kind()) {
            case DATAGRAM -> fate(machine.packets().walk(shot.from(), shot.source(), shot.destination()), true);
            case CONNECTION ->
                switch (machine.packets().roundTrip(shot.from(), shot.source(), shot.destination())) {
                    case RoundTrip.Unanswered(var there) -> fate(there, false);
                    case RoundTrip.Answered(var there, var back) ->
                        back.deliveredTo(shot.from()) ? fate(there, false) : new Fate.Lost();
                };
        };
    }

    /** A datagram to a subnet's broadcast address is given to whoever listens, a connection to it is not. */
    private static Fate fate(Walk walk, boolean broadcastArrives) {
        return switch (walk.end()) {
            case WalkEnd.Delivered(var ns, var _) -> new Fate.ArrivedIn(ns);
            case WalkEnd.Dropped(var ns, var reason, var _) -> {
                if (!walk.hops().isEmpty()) {
                    yield broadcastArrives && reason == DropReason.BROADCAST ? new Fate.ArrivedIn(ns) : new Fate.Lost();
                }
                yield atOnce(reason, broadcastArrives);
            }
        };
    }

    private static Fate atOnce(DropReason reason, boolean ofDatagram) {
        return switch (reason) {
            case NO_ROUTE -> new Fate.NotSent(Fate.Reason.NO_ROUTE);
            case BLACKHOLE, MARTIAN_SOURCE -> new Fate.NotSent(Fate.Reason.INVALID);
            case SOURCE_NOT_LOCAL, NO_SOURCE -> new Fate.NotSent(Fate.Reason.SOURCE);
            case UNREACHABLE -> new Fate.NotSent(Fate.Reason.UNREACHABLE);
            case PROHIBITED -> new Fate.NotSent(Fate.Reason.FORBIDDEN);
            case BROADCAST -> new Fate.NotSent(ofDatagram ? Fate.Reason.FORBIDDEN : Fate.Reason.NO_ROUTE);
            case NO_SUCH_NAMESPACE,
                    LINK_DOWN,
                    NEIGHBOUR_UNREACHABLE,
                    OTHER_HOST,
                    REDIRECTED_NOWHERE,
                    NO_SUCH_VLAN,
                    IPV6_OFF,
                    MARTIAN_DESTINATION,
                    REVERSE_PATH,
                    FORWARDING_OFF,
                    TTL_EXCEEDED -> new Fate.Lost();
        };
    }
}
