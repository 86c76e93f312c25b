package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.Optional;
import java.util.function.Function;

/** What {@link KernelStep.Make} does. */
final class Making {
    private static final Optional<String> NO_OBJECTION = Optional.empty();

    private final SimulatedNamespaces namespaces;

    Making(SimulatedNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** What stands against it; empty once it is done. */
    Optional<KernelOutcome> perform(KernelStep.Make step) {
        var object = step.object();
        var stack = namespaces.stack(object.ns());
        if (stack.isEmpty()) {
            return noSuchNamespace(object.ns());
        }
        return switch (object) {
            case KernelObject.VethPair pair -> make(stack.get(), pair, step);
            case KernelObject.MovedLink moved -> make(stack.get(), moved, step);
            case KernelObject.IpvlanLink slave ->
                onParent(
                        slave.parentNs(),
                        slave.parent(),
                        step,
                        parent -> StackedLinks.make(
                                stack.get(),
                                slave.name(),
                                new Underlay.Slave(parent, slave.arp()),
                                slave.alias(),
                                step));
            case KernelObject.VlanLink vlan ->
                onParent(
                        vlan.parentNs(),
                        vlan.parent(),
                        step,
                        parent -> StackedLinks.make(
                                stack.get(), vlan.name(), new Underlay.Tagged(parent, vlan.id()), vlan.alias(), step));
            case KernelObject other -> make(stack.get(), other).map(words -> new KernelOutcome.Refused(step, words));
        };
    }

    private Optional<KernelOutcome> onParent(
            NetNs ns, LinkName name, KernelStep step, Function<Device, Optional<KernelOutcome>> deed) {
        var stack = namespaces.stack(ns);
        if (stack.isEmpty()) {
            return noSuchNamespace(ns);
        }
        var parent = stack.get().device(name);
        return parent.isEmpty()
                ? Optional.of(new KernelOutcome.Refused(step, "No such device: " + name))
                : deed.apply(parent.get());
    }

    private Optional<KernelOutcome> make(Stack there, KernelObject.MovedLink moved, KernelStep step) {
        var standing = MovedLinks.hardware(there, moved.mac());
        var home = namespaces.stack(moved.home());
        if (standing.isEmpty() && home.isEmpty()) {
            return noSuchNamespace(moved.home());
        }
        var link = standing.or(() -> home.flatMap(stack -> MovedLinks.hardware(stack, moved.mac())));
        if (link.isEmpty()) {
            return Optional.of(new KernelOutcome.Refused(step, "no link has the address " + moved.mac()));
        }
        boolean lentToAnother = standing.isPresent()
                && !standing.get().alias().equals(moved.wayHome().alias());
        boolean taken =
                there.device(moved.name()).filter(other -> other != link.get()).isPresent();
        if (lentToAnother || taken) {
            return occupied(step, moved.name(), moved.ns());
        }
        MovedLinks.move(link.get(), there, moved);
        return Optional.empty();
    }

    private Optional<KernelOutcome> make(Stack here, KernelObject.VethPair pair, KernelStep step) {
        var there = namespaces.stack(pair.peerNs());
        if (there.isEmpty()) {
            return noSuchNamespace(pair.peerNs());
        }
        var standing = here.device(pair.name());
        if (standing.filter(device -> VethPairs.isFirstEndOf(device, pair)).isPresent()) {
            mend(standing.get(), pair);
            return Optional.empty();
        }
        if (standing.filter(device -> device.group() != Ownership.RETIRED_GROUP).isPresent()) {
            return occupied(step, pair.name(), pair.ns());
        }
        // What is condemned is in nobody's way: another sandbox of the pod had the name and has ended.
        standing.ifPresent(VethPairs::delete);
        if (there.get().device(pair.peerName()).isPresent()) {
            return occupied(step, pair.peerName(), pair.peerNs());
        }
        if (here == there.get() && pair.name().equals(pair.peerName())) {
            here.useUpIndex();
            return Optional.of(new KernelOutcome.Refused(step, "File exists: both ends are called " + pair.name()));
        }
        VethPairs.create(here, there.get(), pair);
        return Optional.empty();
    }

    /** The pair is there; it shall also have its MTU and its mark, and nobody shall reap it. */
    private static void mend(Device device, KernelObject.VethPair pair) {
        device.mark(pair.alias());
        device.join(0);
        device.stack().resize(device, pair.mtu());
        device.peer().ifPresent(peer -> peer.stack().resize(peer, pair.mtu()));
    }

    private static Optional<String> make(Stack stack, KernelObject object) {
        return switch (object) {
            case KernelObject.VethPair _,
                    KernelObject.MovedLink _,
                    KernelObject.IpvlanLink _,
                    KernelObject.VlanLink _ ->
                throw new IllegalStateException("that concerns two namespaces: " + object);
            case KernelObject.Filter filter ->
                on(stack, filter.link(), device -> device.filters().put(filter, device));
            case KernelObject.Queueing queueing ->
                on(stack, queueing.link(), device -> {
                    device.queue(queueing.discipline());
                    return NO_OBJECTION;
                });
            case KernelObject.LinkUp up ->
                on(stack, up.link(), device -> {
                    if (device.underlay() instanceof Underlay.Tagged(var parent, var _) && !parent.up()) {
                        return Optional.of("Network is down: link " + parent.name() + " is not up");
                    }
                    stack.turnUp(device);
                    return NO_OBJECTION;
                });
            case KernelObject.LinkMtu mtu ->
                on(stack, mtu.link(), device -> {
                    if (device.underlay() instanceof Underlay.Tagged(var parent, var _)
                            && mtu.mtu().bytes() > parent.mtuBytes()) {
                        return Optional.of("Numerical result out of range: wider than " + parent.name());
                    }
                    stack.resize(device, mtu.mtu());
                    return NO_OBJECTION;
                });
            case KernelObject.Address address -> on(stack, address.link(), device -> make(stack, device, address));
            case KernelObject.Route route -> new RouteMaking(stack).make(route);
            case KernelObject.Rule rule -> {
                stack.add(rule);
                yield NO_OBJECTION;
            }
            case KernelObject.Neighbour neighbour ->
                on(stack, neighbour.link(), device -> make(stack, device, neighbour));
            case KernelObject.Sysctl sysctl -> write(stack, sysctl);
            case KernelObject.Shaper shaper ->
                on(stack, shaper.link(), device -> {
                    device.shape(shaper.tbf());
                    return NO_OBJECTION;
                });
        };
    }

    private static Optional<String> make(Stack stack, Device device, KernelObject.Address address) {
        if (address.address().ip().equals(Ipv6Addressing.LOCALHOST) && !device.isLoopback()) {
            return Optional.of("Cannot assign requested address: only loopback has that");
        }
        if (Carriage.isTaken(device, address.address())) {
            return Optional.of("Address already in use: another link on the same parent has it");
        }
        return switch (address.address().family()) {
            case V4 -> {
                stack.ipv4().add(device, address.address());
                yield NO_OBJECTION;
            }
            case V6 -> unlessIpv6IsOff(stack, device, () -> stack.ipv6().add(device, address.address()));
        };
    }

    private static Optional<String> make(Stack stack, Device device, KernelObject.Neighbour neighbour) {
        Runnable put = () -> device.neighbours(neighbour.ip().family()).put(neighbour.ip(), neighbour.mac());
        return switch (neighbour.ip().family()) {
            case V4 -> {
                put.run();
                yield NO_OBJECTION;
            }
            case V6 -> unlessIpv6IsOff(stack, device, put);
        };
    }

    private static Optional<String> write(Stack stack, KernelObject.Sysctl sysctl) {
        var key = SettingKey.parse(sysctl.key())
                .filter(known -> stack.settings().read(known).isPresent());
        if (key.isEmpty()) {
            return Optional.of(SimulatedKernel.NO_SUCH_FILE);
        }
        if (!sysctl.value().matches("-?[0-9]{1,9}")) {
            return Optional.of("Invalid argument");
        }
        stack.write(key.get(), Integer.parseInt(sysctl.value()));
        return NO_OBJECTION;
    }

    private static Optional<String> on(Stack stack, LinkName link, Function<Device, Optional<String>> deed) {
        return stack.device(link).map(deed).orElse(Optional.of("No such device: " + link));
    }

    private static Optional<String> unlessIpv6IsOff(Stack stack, Device device, Runnable deed) {
        if (!stack.ipv6().canRunOn(device)) {
            return Optional.of("Permission denied: IPv6 is disabled on " + device.name());
        }
        deed.run();
        return NO_OBJECTION;
    }

    private static Optional<KernelOutcome> noSuchNamespace(NetNs ns) {
        return Optional.of(new KernelOutcome.NoSuchNamespace(ns, SimulatedKernel.NO_SUCH_FILE));
    }

    private static Optional<KernelOutcome> occupied(KernelStep step, LinkName name, NetNs ns) {
        return Optional.of(new KernelOutcome.Occupied(step, "another link is called " + name + " in " + ns));
    }
}
