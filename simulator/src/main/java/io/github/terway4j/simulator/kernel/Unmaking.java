package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NextHop;
import java.util.Optional;

/** What {@link KernelStep.Remove} does: in a namespace or on a link that is gone, nothing is left to do. */
final class Unmaking {
    private final SimulatedNamespaces namespaces;

    Unmaking(SimulatedNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    void remove(KernelObject object) {
        namespaces.stack(object.ns()).ifPresent(stack -> remove(stack, object));
    }

    private static void remove(Stack stack, KernelObject object) {
        switch (object) {
            case KernelObject.VethPair pair ->
                stack.device(pair.name())
                        .filter(device -> device.alias().equals(pair.alias()))
                        .ifPresent(VethPairs::delete);
            // None of these can have been made yet.
            case KernelObject.MovedLink _,
                    KernelObject.IpvlanLink _,
                    KernelObject.VlanLink _,
                    KernelObject.Filter _,
                    KernelObject.Queueing _ -> {}
            case KernelObject.LinkUp _, KernelObject.LinkMtu _, KernelObject.Sysctl _ -> {}
            case KernelObject.Address address ->
                stack.device(address.link()).ifPresent(device -> remove(stack, device, address));
            case KernelObject.Route route ->
                leads(stack, route.hop())
                        .ifPresent(leads -> stack.routes(route.destination().family())
                                .remove(route.table(), RouteMaking.entry(route, leads)));
            case KernelObject.Rule rule -> stack.rules(rule.family()).remove(rule);
            case KernelObject.Neighbour neighbour ->
                stack.device(neighbour.link())
                        .ifPresent(device ->
                                device.neighbours(neighbour.ip().family()).remove(neighbour.ip(), neighbour.mac()));
            case KernelObject.Shaper shaper -> stack.device(shaper.link()).ifPresent(Device::unshape);
        }
    }

    private static void remove(Stack stack, Device device, KernelObject.Address address) {
        switch (address.address().family()) {
            case V4 -> stack.ipv4().remove(device, address.address());
            case V6 -> stack.ipv6().remove(device, address.address());
        }
    }

    private static Optional<Leads> leads(Stack stack, NextHop hop) {
        return switch (hop) {
            case NextHop.Blackhole _ -> Optional.of(new Leads.Blackhole());
            case NextHop.Direct(var link) -> stack.device(link).map(Leads.Direct::new);
            case NextHop.Via(var gateway, var link) -> stack.device(link).map(device -> new Leads.Via(device, gateway));
        };
    }
}
