package io.github.terway4j.simulator.cloud.invariant;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each address, prefix and MAC is one ENI's, is to be had where the ENI lies, and is counted. */
final class Addresses {
    private static final int RESERVED_IPV4 = 3;
    private static final int RESERVED_IPV6 = 9;

    private Addresses() {}

    static List<String> violations(Census census) {
        var found = new ArrayList<String>();
        twice("address", census.enis().stream().flatMap(eni -> in(eni, eni.eni().addresses().stream())), found);
        twice("prefix", census.enis().stream().flatMap(eni -> in(eni, eni.prefixes().stream())), found);
        twice("MAC", census.enis().stream().map(eni -> eni.eni().mac().toString()), found);
        var vSwitches = new TreeMap<VSwitchId, CloudVSwitch>();
        census.vSwitches().forEach(vSwitch -> vSwitches.put(vSwitch.id(), vSwitch));
        for (var eni : census.enis()) {
            var vSwitch = vSwitches.get(eni.eni().vSwitch());
            if (vSwitch == null) {
                found.add("%s lies in %s, which does not exist"
                        .formatted(eni.id(), eni.eni().vSwitch()));
            } else {
                places(eni, vSwitch, found);
            }
        }
        census.vSwitches().forEach(vSwitch -> count(vSwitch, census.enis(), found));
        return found;
    }

    /** Two VPCs may have the same addresses, so each is told with its own. */
    private static Stream<String> in(CloudEni eni, Stream<?> things) {
        return things.map(thing -> "%s of %s".formatted(thing, eni.vpc()));
    }

    private static void twice(String what, Stream<String> things, List<String> found) {
        things.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .forEach((thing, times) -> {
                    if (times > 1) {
                        found.add("%s %s is held %d times".formatted(what, thing, times));
                    }
                });
    }

    private static void places(CloudEni eni, CloudVSwitch vSwitch, List<String> found) {
        for (var ip : eni.eni().addresses()) {
            if (!isSingle(vSwitch, ip)) {
                found.add("%s of %s is not to be had in %s".formatted(ip, eni.id(), vSwitch.id()));
            }
        }
        for (var prefix : eni.prefixes()) {
            if (!isReserved(vSwitch, prefix)) {
                found.add("%s of %s is not set aside in %s".formatted(prefix, eni.id(), vSwitch.id()));
            }
        }
    }

    private static boolean isSingle(CloudVSwitch vSwitch, Ip ip) {
        return vSwitch.vSwitch()
                        .cidrs()
                        .get(ip.family())
                        .filter(block -> usable(block, ip))
                        .isPresent()
                && vSwitch.reservations().stream().noneMatch(part -> part.contains(ip));
    }

    private static boolean isReserved(CloudVSwitch vSwitch, IpPrefix prefix) {
        return vSwitch.reservations().stream().anyMatch(part -> part.contains(prefix.block()));
    }

    private static boolean usable(Cidr block, Ip ip) {
        var reserved = switch (ip.family()) {
            case V4 -> RESERVED_IPV4;
            case V6 -> RESERVED_IPV6;
        };
        return ip.compareTo(block.nth(reserved)) >= 0 && ip.compareTo(block.nth(-reserved - 1)) <= 0;
    }

    private static void count(CloudVSwitch vSwitch, List<CloudEni> enis, List<String> found) {
        var held = enis.stream()
                .filter(eni -> eni.eni().vSwitch().equals(vSwitch.id()))
                .mapToInt(eni -> eni.eni().count(IpFamily.V4))
                .sum();
        var setAside = vSwitch.reservations().stream()
                .filter(part -> part.family() == IpFamily.V4)
                .mapToInt(part -> part.size().intValueExact())
                .sum();
        var block = vSwitch.vSwitch().cidrs().v4().orElseThrow();
        var usable = block.size().intValueExact() - 2 * RESERVED_IPV4 - setAside;
        var free = vSwitch.vSwitch().freeAddresses();
        if (free != usable - held) {
            found.add("%s says that %d are free, but of %d are %d held".formatted(vSwitch.id(), free, usable, held));
        }
    }
}
