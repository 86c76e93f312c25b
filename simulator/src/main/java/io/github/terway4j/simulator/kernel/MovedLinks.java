package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.WayHome;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How links move between namespaces (__dev_change_net_namespace and default_device_exit_net in net/core/dev.c). */
final class MovedLinks {
    private MovedLinks() {}

    /** The link with that address, hardware before what stands in for it. */
    static Optional<Device> hardware(Stack stack, Mac mac) {
        return stack.devices().stream()
                .filter(device ->
                        device.mac().equals(mac) && !device.isLoopback() && device.underlay() instanceof Underlay.Wire)
                .min(Comparator.comparing((Device device) -> !device.isHardware())
                        .thenComparingInt(Device::index));
    }

    /** Marks the link and moves it, or renames it where it is there already; nothing stands in its way. */
    static void move(Device link, Stack there, KernelObject.MovedLink moved) {
        link.mark(moved.wayHome().alias());
        if (link.stack() != there) {
            there.adopt(link, moved.name());
        } else if (!link.name().equals(moved.name())) {
            there.turnDown(link);
            there.rename(link, moved.name());
        }
    }

    /** Under that name, or another if it is taken. */
    static void sendTo(Stack home, Device device, LinkName name) {
        home.adopt(device, home.device(name).isPresent() ? anyName(home) : name);
    }

    /** What the kernel does with hardware whose namespace dies: it keeps its name only if that is free. */
    static void comeBack(Device device) {
        sendTo(device.birthplace(), device, device.name());
    }

    static void restore(Stack stack, Mac mac, WayHome wayHome) {
        hardware(stack, mac)
                .filter(device -> device.alias().equals(wayHome.alias()))
                .ifPresent(device -> restore(stack, device, wayHome.homeName()));
    }

    private static void restore(Stack stack, Device device, LinkName homeName) {
        stack.turnDown(device);
        List.copyOf(device.addresses(IpFamily.V4))
                .forEach(address -> stack.ipv4().remove(device, address));
        List.copyOf(device.addresses(IpFamily.V6))
                .forEach(address -> stack.ipv6().remove(device, address));
        if (stack.device(homeName).isEmpty()) {
            stack.rename(device, homeName);
        }
        device.mark("");
    }

    private static LinkName anyName(Stack stack) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> new LinkName("dev" + number))
                .filter(name -> stack.device(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
