package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the device of an ENI is that may be lent to a pod: in the pod, or on the host under whatever name. */
final class Whereabouts {
    private final Kernel kernel;

    Whereabouts(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * The ENI under the name that its device has at home. An agent that began while the device was in a pod has only this
     * pod to learn it from.
     */
    EniWiring known(EniWiring eni, NetNs sandbox) {
        return Stream.of(sandbox, eni.host())
                .flatMap(ns -> seen(ns).stream())
                .flatMap(state -> state.link(eni.mac()).stream())
                .map(Link::homeName)
                .findFirst()
                .map(eni::called)
                .orElse(eni);
    }

    /** The same wiring, with the index of an interface that is there. */
    PodWiring settled(PodWiring pod) {
        return seen(pod.netns()).stream()
                .flatMap(state -> state.link(pod.key().interfaceName()).stream())
                .findFirst()
                .map(link -> pod.at(link.index()))
                .orElse(pod);
    }

    boolean isIn(NetNs ns, Mac mac) {
        return seen(ns).stream().anyMatch(state -> state.link(mac).isPresent());
    }

    /** None where it is gone or cannot be read: what comes out of it then comes by itself. */
    List<KernelState> seen(NetNs ns) {
        return kernel.observe(ns, List.of()) instanceof Observation.Seen(var state) ? List.of(state) : List.of();
    }

    /** What a device is called of which nobody has seen the name yet; no system calls one so. */
    static LinkName unseen(Mac mac) {
        return new LinkName("eni" + mac.toString().replace(":", "").toLowerCase(Locale.ROOT));
    }
}
