package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is so at every moment in the cloud, whatever its callers do. */
public final class CloudInvariants {
    private CloudInvariants() {}

    public static List<String> violations(SimulatedCloud cloud) {
        return violations(cloud.enis(), cloud.describeVSwitches(), cloud.instances());
    }

    /** A sentence for each thing that must not be; all of these are of one VPC. */
    static List<String> violations(List<CloudEni> enis, List<CloudVSwitch> vSwitches, List<Instance> instances) {
        var found = new ArrayList<String>();
        distinct(
                "address",
                enis.stream().flatMap(eni -> eni.eni().addresses().stream()).toList(),
                found);
        distinct("MAC", enis.stream().map(eni -> eni.eni().mac()).toList(), found);
        var byId = new TreeMap<VSwitchId, VSwitch>();
        vSwitches.forEach(vSwitch -> byId.put(vSwitch.id(), vSwitch.vSwitch()));
        for (var eni : enis) {
            attachment(eni, found);
            addresses(eni, byId, found);
        }
        vSwitches.forEach(vSwitch -> count(vSwitch, enis, found));
        instances.forEach(instance -> limits(instance, enis, found));
        return found;
    }

    private static <T> void distinct(String what, List<T> things, List<String> found) {
        things.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .forEach((thing, times) -> {
                    if (times > 1) {
                        found.add("%s %s is held %d times".formatted(what, thing, times));
                    }
                });
    }

    private static void attachment(CloudEni eni, List<String> found) {
        var expected = switch (eni.status()) {
            case ATTACHING, IN_USE, DETACHING -> true;
            case AVAILABLE, DELETING -> false;
        };
        if (eni.instance().isPresent() != expected) {
            found.add("%s is %s, and its instance is %s".formatted(eni.id(), eni.status(), eni.instance()));
        }
    }

    private static void addresses(CloudEni eni, Map<VSwitchId, VSwitch> vSwitches, List<String> found) {
        var vSwitch = vSwitches.get(eni.eni().vSwitch());
        for (var ip : eni.eni().addresses()) {
            if (vSwitch == null
                    || vSwitch.cidrs()
                            .get(ip.family())
                            .filter(block -> usable(block, ip))
                            .isEmpty()) {
                found.add("%s of %s is not to be had in %s".formatted(ip, eni.id(), vSwitch));
            }
        }
    }

    private static boolean usable(Cidr block, Ip ip) {
        var reserved = ip.family() == IpFamily.V4 ? 3 : 9;
        return ip.compareTo(block.nth(reserved)) >= 0 && ip.compareTo(block.nth(-reserved - 1)) <= 0;
    }

    private static void count(CloudVSwitch each, List<CloudEni> enis, List<String> found) {
        var vSwitch = each.vSwitch();
        var held = enis.stream()
                .filter(eni -> eni.eni().vSwitch().equals(vSwitch.id()))
                .mapToInt(eni -> eni.eni().count(IpFamily.V4))
                .sum();
        var setAside = each.reservations().stream()
                .filter(block -> block.family() == IpFamily.V4)
                .mapToInt(block -> block.size().intValueExact())
                .sum();
        var usable = vSwitch.cidrs().v4().orElseThrow().size().intValueExact() - 6 - setAside;
        if (vSwitch.freeAddresses() != usable - held) {
            found.add("%s says that %d are free, but of %d are %d held"
                    .formatted(vSwitch.id(), vSwitch.freeAddresses(), usable, held));
        }
    }

    private static void limits(Instance instance, List<CloudEni> enis, List<String> found) {
        var limits = instance.limits();
        var its = enis.stream().filter(eni -> eni.attachedTo(instance.id())).toList();
        var own = its.stream().filter(eni -> eni.trunk().isEmpty()).count();
        if (own > limits.enis() || its.size() > limits.totalEnis()) {
            found.add("%s has %d ENIs, %d with members, and may have %d and %d"
                    .formatted(instance.id(), own, its.size(), limits.enis(), limits.totalEnis()));
        }
        for (var eni : its) {
            var v4 = eni.places(IpFamily.V4);
            var v6 = eni.places(IpFamily.V6);
            if (v4 > limits.ipv4PerEni() || v6 > limits.ipv6PerEni()) {
                found.add("%s of %s has %d IPv4 and %d IPv6 addresses and may have %d and %d"
                        .formatted(eni.id(), instance.id(), v4, v6, limits.ipv4PerEni(), limits.ipv6PerEni()));
            }
        }
    }
}
