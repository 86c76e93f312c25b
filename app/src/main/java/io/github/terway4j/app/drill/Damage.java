package io.github.terway4j.app.drill;

import io.github.terway4j.app.stage.Placed;
import io.github.terway4j.app.stage.Sandbox;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Removes objects of a pod from the kernel, as an operator's slip or another program might. */
final class Damage {
    private static final int MOST_AT_ONCE = 3;

    private final Stage stage;
    private final SplittableRandom chance;

    Damage(Stage stage, SplittableRandom chance) {
        this.stage = stage;
        this.chance = chance;
    }

    /** One to three objects of the pod's, whichever; what is returned was there and is no more. */
    List<KernelObject> of(Placed pod) {
        var victims = new ArrayList<>(objects(pod));
        var wanted = 1 + chance.nextInt(MOST_AT_ONCE);
        var removed = new ArrayList<KernelObject>();
        while (removed.size() < wanted && !victims.isEmpty()) {
            var victim = victims.remove(chance.nextInt(victims.size()));
            if (!(stage.kernel().apply(List.of(new KernelStep.Remove(victim))) instanceof KernelOutcome.Applied)) {
                throw new IllegalStateException("could not remove " + victim.words());
            }
            removed.add(victim);
        }
        return removed;
    }

    /** All that is seen of it, in its own namespace and in its node's. */
    private List<KernelObject> objects(Placed pod) {
        var host = stage.look(pod.sandbox().node());
        var own = look(pod.sandbox());
        var addresses = pod.addresses().all();
        var link = host.links().stream()
                .filter(one -> one.alias().equals(Ownership.alias(pod.sandbox().key())))
                .findFirst();
        var hosts = Stream.of(host.routes(), host.rules(), host.neighbours())
                .<KernelObject>flatMap(Collection::stream)
                .filter(object -> addresses.stream().anyMatch(ip -> speaksOf(object, Cidr.host(ip))));
        var pods = Stream.of(own.addresses(), own.routes(), own.neighbours(), own.shapers())
                .<KernelObject>flatMap(Collection::stream)
                .filter(object -> !(object instanceof KernelObject.Address(var _, var _, var address))
                        || addresses.contains(address.ip()));
        var links = link.flatMap(end -> pair(end, pod.sandbox(), own)).stream();
        return Stream.of(links, hosts, pods).flatMap(some -> some).toList();
    }

    private static boolean speaksOf(KernelObject object, Cidr pod) {
        return switch (object) {
            case KernelObject.Route route -> route.destination().equals(pod);
            case KernelObject.Rule rule ->
                rule.selector().from().equals(pod) || rule.selector().to().equals(pod);
            case KernelObject.Neighbour neighbour -> Cidr.host(neighbour.ip()).equals(pod);
            case KernelObject.Address _,
                    KernelObject.Filter _,
                    KernelObject.IpvlanLink _,
                    KernelObject.LinkMtu _,
                    KernelObject.LinkUp _,
                    KernelObject.MovedLink _,
                    KernelObject.Queueing _,
                    KernelObject.Shaper _,
                    KernelObject.Sysctl _,
                    KernelObject.VethPair _,
                    KernelObject.VlanLink _ -> false;
        };
    }

    private static Optional<KernelObject> pair(Link end, Sandbox sandbox, KernelState own) {
        // An ENI that the pod has for itself is the end of a cable here, too; and that is not ours.
        return own.links().stream()
                .filter(inside -> end.kind().equals("veth")
                        && inside.kind().equals("veth")
                        && Ownership.moved(inside.alias()).isEmpty())
                .findFirst()
                .map(inside -> new KernelObject.VethPair(
                        sandbox.node().netns(),
                        end.name(),
                        end.mac(),
                        sandbox.netns(),
                        inside.name(),
                        inside.mac(),
                        new Mtu(end.mtuBytes()),
                        end.alias()));
    }

    private KernelState look(Sandbox sandbox) {
        if (stage.kernel().observe(sandbox.netns(), List.of()) instanceof Observation.Seen(var state)) {
            return state;
        }
        throw new IllegalStateException("the namespace of " + sandbox.pod() + " cannot be read");
    }
}
