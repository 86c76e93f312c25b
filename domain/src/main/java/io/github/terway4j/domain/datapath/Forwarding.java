package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.ArrayList;
import java.util.List;

/** The settings that let packets through that are not for the host itself. */
final class Forwarding {
    private Forwarding() {}

    /** Forwarding, and no reverse path filter, for these links and for those to come. */
    static DatapathPlan node(NetNs host, List<IpFamily> families, List<LinkName> links) {
        var names = new ArrayList<>(List.of("all", "default"));
        links.forEach(link -> names.add(link.text()));
        return links(host, families, names);
    }

    static DatapathPlan links(NetNs host, List<IpFamily> families, List<String> names) {
        var wanted = new ArrayList<KernelObject>();
        for (var name : names) {
            if (families.contains(IpFamily.V4)) {
                wanted.addAll(v4(host, name));
            }
            if (families.contains(IpFamily.V6)) {
                wanted.add(new Sysctl(host, "net/ipv6/conf/" + name + "/disable_ipv6", "0"));
                wanted.add(new Sysctl(host, "net/ipv6/conf/" + name + "/forwarding", "1"));
            }
        }
        return new DatapathPlan(wanted);
    }

    /** The same for a device of the cloud. */
    static List<KernelObject> device(NetNs host, LinkName link, IpFamily family) {
        return switch (family) {
            case V4 -> v4(host, link.text());
            case V6 ->
                List.of(
                        // The kernel would try its link-local address out for a second or two, and could not ask for
                        // the gateway meanwhile. The VPC gives no address twice.
                        new Sysctl(host, "net/ipv6/conf/" + link + "/accept_dad", "0"),
                        new Sysctl(host, "net/ipv6/conf/" + link + "/disable_ipv6", "0"),
                        new Sysctl(host, "net/ipv6/conf/" + link + "/accept_ra", "0"),
                        new Sysctl(host, "net/ipv6/conf/" + link + "/forwarding", "1"));
        };
    }

    private static List<KernelObject> v4(NetNs host, String name) {
        return List.of(
                new Sysctl(host, "net/ipv4/conf/" + name + "/forwarding", "1"),
                new Sysctl(host, "net/ipv4/conf/" + name + "/rp_filter", "0"));
    }
}
