package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.Optional;

/** What {@link KernelStep.Remove} does: in a namespace or on a link that is gone, nothing is left to do. */
final class Unmaking {
    private final SimulatedNamespaces namespaces;

    Unmaking(SimulatedNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** What stands against it; empty once it is done. */
    Optional<KernelOutcome> remove(KernelObject object) {
        if (object instanceof KernelObject.MovedLink moved) {
            return bringHome(moved);
        }
        namespaces.stack(object.ns()).ifPresent(stack -> remove(stack, object));
        return Optional.empty();
    }

    private Optional<KernelOutcome> bringHome(KernelObject.MovedLink moved) {
        var lent = namespaces
                .stack(moved.ns())
                .flatMap(stack -> MovedLinks.hardware(stack, moved.mac()))
                .filter(device -> device.alias().equals(moved.wayHome().alias()));
        var home = namespaces.stack(moved.home());
        if (lent.isPresent() && home.isEmpty()) {
            return Optional.of(new KernelOutcome.NoSuchNamespace(moved.home(), SimulatedKernel.NO_SUCH_FILE));
        }
        home.ifPresent(stack -> {
            lent.ifPresent(device -> MovedLinks.sendTo(stack, device, moved.homeName()));
            MovedLinks.restore(stack, moved.mac(), moved.wayHome());
        });
        return Optional.empty();
    }

    private static void remove(Stack stack, KernelObject object) {
        switch (object) {
            case KernelObject.VethPair pair -> delete(stack, pair.name(), pair.alias());
            case KernelObject.MovedLink _ -> throw new IllegalStateException("that concerns two namespaces: " + object);
            case KernelObject.IpvlanLink slave -> delete(stack, slave.name(), slave.alias());
            case KernelObject.VlanLink vlan -> delete(stack, vlan.name(), vlan.alias());
            case KernelObject.Filter filter ->
                stack.device(filter.link()).ifPresent(device -> device.filters().remove(filter));
            case KernelObject.Queueing queueing ->
                stack.device(queueing.link()).ifPresent(device -> device.unqueue(queueing.discipline()));
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

    /** By its name and its mark: it may be another's by now. */
    private static void delete(Stack stack, LinkName name, String alias) {
        stack.device(name).filter(device -> device.alias().equals(alias)).ifPresent(VethPairs::delete);
    }

    private static void remove(Stack stack, Device device, KernelObject.Address address) {
        switch (address.address().family()) {
            case V4 -> stack.ipv4().remove(device, address.address());
            case V6 -> stack.ipv6().remove(device, address.address());
        }
    }

    private static Optional<Leads> leads(Stack stack, NextHop hop) {
        return switch (hop) {
            case NextHop.Blackhole _ -> Optional.of(new Leads.Nowhere(Refusal.BLACKHOLE));
            case NextHop.Direct(var link) -> stack.device(link).map(Leads.Direct::new);
            case NextHop.Via(var gateway, var link) -> stack.device(link).map(device -> new Leads.Via(device, gateway));
        };
    }
}
