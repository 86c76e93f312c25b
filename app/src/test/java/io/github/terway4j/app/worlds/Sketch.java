package io.github.terway4j.app.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.simulator.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A world drawn by hand. In the beginning a cable joins {@code a} and {@code b}, whose ends are called {@code x} and
 * {@code y}, are up and have no address; and loopback is up.
 */
final class Sketch {
    static final int MAIN = 254;
    static final int LOCAL = 255;

    private static final int PROTOCOL = 84;
    private static final NetNs A = World.ns("a");
    private static final NetNs B = World.ns("b");

    private final List<Deed> deeds = new ArrayList<>();
    private final List<Shot> shots = new ArrayList<>();
    private final List<Fate> fates = new ArrayList<>();
    private boolean takesEverything;

    static Sketch withoutAnything() {
        return new Sketch();
    }

    static Sketch withCable() {
        return withCable(new Mtu(1500)).up("a", "x").up("b", "y").up("a", "lo").up("b", "lo");
    }

    /** All links are down. */
    static Sketch withCable(Mtu mtu) {
        return new Sketch()
                .make(new KernelObject.VethPair(
                        A, new LinkName("x"), macOf("x"), B, new LinkName("y"), macOf("y"), mtu, ""));
    }

    /** Another cable, whose ends have the hardware addresses that belong to their names. */
    Sketch cable(String ns, String name, String peerNs, String peer) {
        return make(new KernelObject.VethPair(
                World.ns(ns),
                new LinkName(name),
                macOf(name),
                World.ns(peerNs),
                new LinkName(peer),
                macOf(peer),
                new Mtu(1500),
                ""));
    }

    private static Mac macOf(String name) {
        return Mac.local(name.charAt(0));
    }

    Sketch ipvlan(String ns, String name, String parentNs, String parent) {
        takesEverything = true;
        return make(new KernelObject.IpvlanLink(
                World.ns(ns), new LinkName(name), World.ns(parentNs), new LinkName(parent), Arp.ON, ""));
    }

    Sketch vlan(String ns, String name, String parentNs, String parent, int id) {
        takesEverything = true;
        return make(new KernelObject.VlanLink(
                World.ns(ns), new LinkName(name), World.ns(parentNs), new LinkName(parent), new VlanId(id), ""));
    }

    Sketch filter(String ns, String link, Hook hook, int priority, FilterMatch match, FilterAction action) {
        takesEverything = true;
        return make(new KernelObject.Filter(World.ns(ns), new LinkName(link), hook, priority, match, action));
    }

    /** For a sandbox that has the end of a cable as if it were hardware. */
    Sketch moved(String ns, String name, String home, String homeName) {
        return make(new KernelObject.MovedLink(
                World.ns(ns),
                new LinkName(name),
                macOf(homeName),
                World.ns(home),
                new LinkName(homeName),
                new AttachmentKey("sandbox", new LinkName(name))));
    }

    Sketch retire(String ns, String link) {
        deeds.add(new Deed.Take(new KernelStep.Retire(World.ns(ns), new LinkName(link), "")));
        return this;
    }

    Sketch up(String ns, String link) {
        return make(new KernelObject.LinkUp(World.ns(ns), new LinkName(link)));
    }

    Sketch down(String ns, String link) {
        deeds.add(new Deed.TurnDown(World.ns(ns), new LinkName(link)));
        return this;
    }

    Sketch mtu(String ns, String link, int bytes) {
        return make(new KernelObject.LinkMtu(World.ns(ns), new LinkName(link), new Mtu(bytes)));
    }

    Sketch address(String ns, String link, String address) {
        return make(addressOf(ns, link, address));
    }

    Sketch withoutAddress(String ns, String link, String address) {
        deeds.add(new Deed.Take(new KernelStep.Remove(addressOf(ns, link, address))));
        return this;
    }

    private static KernelObject addressOf(String ns, String link, String address) {
        return new KernelObject.Address(World.ns(ns), new LinkName(link), InterfaceAddress.parse(address));
    }

    Sketch via(String ns, String destination, String gateway, String link, int table) {
        return route(ns, destination, new NextHop.Via(Ip.parse(gateway), new LinkName(link)), table);
    }

    Sketch route(String ns, String destination, NextHop hop, int table) {
        return make(new KernelObject.Route(World.ns(ns), table, Cidr.parse(destination), hop, PROTOCOL));
    }

    Sketch refuse(String ns, String destination, Refusal how, int table) {
        deeds.add(new Deed.Refuse(World.ns(ns), table, Cidr.parse(destination), how));
        return this;
    }

    Sketch rule(String ns, int priority, String from, Optional<String> arrivingOn, int table) {
        var selector =
                new RuleSelector(Cidr.parse(from), Cidr.any(Cidr.parse(from).family()), arrivingOn.map(LinkName::new));
        return make(new KernelObject.Rule(World.ns(ns), priority, selector, new RuleAction.Lookup(table), PROTOCOL));
    }

    Sketch neighbour(String ns, String link, String ip, Mac mac) {
        return make(new KernelObject.Neighbour(World.ns(ns), new LinkName(link), Ip.parse(ip), mac));
    }

    Sketch setting(String ns, String key, int value) {
        return make(new KernelObject.Sysctl(World.ns(ns), key, Integer.toString(value)));
    }

    private Sketch make(KernelObject object) {
        deeds.add(new Deed.Take(new KernelStep.Make(object)));
        return this;
    }

    /** A datagram, from whichever address the kernel chooses. */
    Sketch datagram(String from, String to, Fate fate) {
        var destination = Ip.parse(to);
        return shot(Shot.Kind.DATAGRAM, from, new Ip(destination.family(), 0, 0), destination, fate);
    }

    Sketch datagram(String from, String source, String to, Fate fate) {
        return shot(Shot.Kind.DATAGRAM, from, Ip.parse(source), Ip.parse(to), fate);
    }

    Sketch connection(String from, String to, Fate fate) {
        var destination = Ip.parse(to);
        return shot(Shot.Kind.CONNECTION, from, new Ip(destination.family(), 0, 0), destination, fate);
    }

    Sketch connection(String from, String source, String to, Fate fate) {
        return shot(Shot.Kind.CONNECTION, from, Ip.parse(source), Ip.parse(to), fate);
    }

    private Sketch shot(Shot.Kind kind, String from, Ip source, Ip destination, Fate fate) {
        shots.add(new Shot(kind, World.ns(from), source, destination));
        fates.add(fate);
        return this;
    }

    static Fate arrivesIn(String ns) {
        return new Fate.ArrivedIn(World.ns(ns));
    }

    static Fate isNotSent(Fate.Reason reason) {
        return new Fate.NotSent(reason);
    }

    static Fate isLost() {
        return new Fate.Lost();
    }

    /** The shots end as foretold, and wherever there is a real kernel that has all it takes, it agrees in all. */
    void holds(String... outcomesFromTheEnd) {
        var world = new World(List.of(A, B), deeds, shots);
        var told = new SimulatedGround().tell(world);
        assertEquals(fates, told.fates(), world::words);
        int last = outcomesFromTheEnd.length;
        assertEquals(
                List.of(outcomesFromTheEnd), told.outcomes().subList(deeds.size() - last, deeds.size()), world::words);
        var obstacle = takesEverything ? LinuxGround.obstacleToAll() : LinuxGround.obstacle();
        if (obstacle.isEmpty()) {
            assertEquals(Optional.empty(), new Comparison().disagreement(world), world::words);
        }
    }
}
