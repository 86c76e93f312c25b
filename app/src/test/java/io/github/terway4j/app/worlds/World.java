package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done in a few fresh namespaces, one deed after another whatever became of those before, and what is sent then. */
record World(List<NetNs> namespaces, List<Deed> deeds, List<Shot> shots) {
    /** No other process uses names that begin so. */
    static final String PREFIX = "tw4j-world-" + ProcessHandle.current().pid() + "-";

    private static final String DIRECTORY = "/run/netns/";

    /**
     * What every namespace begins with, so that its machine's own settings do not matter, nor whether somebody ever wrote
     * one of them there; and so that nothing takes time or is learned from one packet for the next: no redirects, and no
     * duplicate address detection.
     */
    private static final List<String> BEGINNING = List.of(
            "net/ipv4/conf/%s/forwarding=0",
            "net/ipv4/conf/%s/rp_filter=0",
            "net/ipv4/conf/%s/accept_local=0",
            "net/ipv4/conf/%s/route_localnet=0",
            "net/ipv4/conf/%s/send_redirects=0",
            "net/ipv6/conf/%s/accept_dad=0");

    World {
        namespaces = List.copyOf(namespaces);
        deeds = List.copyOf(deeds);
        shots = List.copyOf(shots);
    }

    /** The namespace of that name, which both kernels know by the same path. */
    static NetNs ns(String name) {
        return new NetNs(DIRECTORY + PREFIX + name);
    }

    static String nameOf(NetNs ns) {
        return ns.path().substring(DIRECTORY.length());
    }

    List<KernelStep> beginning() {
        return namespaces.stream()
                .flatMap(ns -> Stream.of("lo", "all", "default")
                        .flatMap(place -> BEGINNING.stream().map(setting -> setting.formatted(place)))
                        .map(setting -> setting.split("=", 2))
                        .<KernelStep>map(
                                setting -> new KernelStep.Make(new KernelObject.Sysctl(ns, setting[0], setting[1]))))
                .toList();
    }

    /** The settings that are worth a look: those that are written, wherever they are. */
    SortedSet<String> settings(NetNs ns) {
        var places = new TreeSet<>(List.of("all", "default", "lo"));
        var written = new TreeMap<String, SortedSet<String>>();
        for (var deed : deeds) {
            if (deed instanceof Deed.Take(KernelStep.Make(var object))) {
                if (object instanceof KernelObject.Sysctl(var there, var key, var _) && there.equals(ns)) {
                    var parts = List.of(key.split("/"));
                    written.computeIfAbsent(parts.get(1), _ -> new TreeSet<>()).add(parts.getLast());
                }
                linksOf(object).getOrDefault(ns, List.of()).forEach(places::add);
            }
        }
        return written.entrySet().stream()
                .flatMap(family -> family.getValue().stream()
                        .flatMap(word -> places.stream()
                                .map(place -> "net/%s/conf/%s/%s".formatted(family.getKey(), place, word))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<NetNs, List<String>> linksOf(KernelObject object) {
        var links = new TreeMap<NetNs, List<String>>();
        switch (object) {
            case KernelObject.VethPair pair -> {
                add(links, pair.ns(), pair.name().text());
                add(links, pair.peerNs(), pair.peerName().text());
            }
            case KernelObject.IpvlanLink slave ->
                add(links, slave.ns(), slave.name().text());
            case KernelObject.VlanLink vlan -> add(links, vlan.ns(), vlan.name().text());
            case KernelObject.MovedLink moved ->
                add(links, moved.ns(), moved.name().text());
            case KernelObject.LinkUp _,
                    KernelObject.LinkMtu _,
                    KernelObject.Address _,
                    KernelObject.Route _,
                    KernelObject.Rule _,
                    KernelObject.Neighbour _,
                    KernelObject.Sysctl _,
                    KernelObject.Shaper _,
                    KernelObject.Filter _,
                    KernelObject.Queueing _ -> {}
        }
        return links;
    }

    private static void add(Map<NetNs, List<String>> links, NetNs ns, String name) {
        links.computeIfAbsent(ns, _ -> new ArrayList<>()).add(name);
    }

    /** As somebody would tell it who wants to build it by hand. */
    String words() {
        var words = new StringBuilder();
        deeds.forEach(deed -> words.append("  ")
                .append(at(deed))
                .append(deed.words())
                .append(more(deed))
                .append('\n'));
        shots.forEach(shot -> words.append("  ").append(shot.words()).append('\n'));
        return words.toString().replace(DIRECTORY + PREFIX, "");
    }

    /** What the step's own words leave out and may matter here. */
    private static String more(Deed deed) {
        return deed instanceof Deed.Take(KernelStep.Make(KernelObject.VethPair pair)) ? ", mtu " + pair.mtu() : "";
    }

    private static String at(Deed deed) {
        var ns = switch (deed) {
            case Deed.Take(KernelStep.Make(var object)) -> object.ns();
            case Deed.Take(KernelStep.Remove(var object)) -> object.ns();
            case Deed.Take(KernelStep.Retire retire) -> retire.ns();
            case Deed.Take(KernelStep.ReapRetired(var there)) -> there;
            case Deed.Take(KernelStep.Restore restore) -> restore.ns();
            case Deed.Take(KernelStep.Withdraw withdraw) -> withdraw.ns();
            case Deed.TurnDown(var there, var _) -> there;
            case Deed.Refuse refuse -> refuse.ns();
        };
        return "in " + ns + ": ";
    }
}
