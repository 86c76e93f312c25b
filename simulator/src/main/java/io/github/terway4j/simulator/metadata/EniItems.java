package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.util.stream.Collectors;

/** What stands below {@code network/interfaces/macs/<mac>}. What an ENI has none of has no path. */
final class EniItems {
    /**
     * The ninth address from the end of a vSwitch's IPv6 block is what the documentation's sample of {@code
     * ipv6-gateway} shows ({@code …:ffff:ffff:ffff:fff7}).
     */
    private static final int IPV6_GATEWAY = -9;

    private EniItems() {}

    static void describe(CloudEni known, VSwitch vSwitch, DualStack<Cidr> vpcBlocks, MetadataTree tree) {
        var eni = known.eni();
        var folder = new Folder(tree, "meta-data/network/interfaces/macs/%s/".formatted(eni.mac()));
        folder.put("network-interface-id", eni.id());
        folder.put("vswitch-id", eni.vSwitch());
        folder.put("vpc-id", known.vpc());
        folder.put("primary-ip-address", eni.primaryAddress());
        folder.put(
                "private-ipv4s",
                FlatJson.write(
                        eni.addresses(IpFamily.V4).stream().map(Ip::toString).toList()));
        vpcBlocks.v4().ifPresent(block -> folder.put("vpc-cidr-block", block));
        vSwitch.cidrs().v4().ifPresent(block -> {
            folder.put("vswitch-cidr-block", block);
            folder.put("netmask", netmask(block));
            folder.put("gateway", VSwitch.gateway(block));
        });
        vpcBlocks.v6().ifPresent(block -> folder.put("vpc-ipv6-cidr-blocks", "[%s]".formatted(block)));
        vSwitch.cidrs().v6().ifPresent(block -> {
            folder.put("vswitch-ipv6-cidr-block", block);
            folder.put("ipv6-gateway", block.nth(IPV6_GATEWAY));
        });
        putPrefixes(known, IpFamily.V4, folder, "ipv4-prefixes");
        putPrefixes(known, IpFamily.V6, folder, "ipv6-prefixes");
        var ipv6 = eni.addresses(IpFamily.V6);
        if (!ipv6.isEmpty()) {
            // No quotes, unlike IPv4's list: so it is in the documentation's sample.
            folder.put("ipv6s", ipv6.stream().map(Ip::toString).collect(Collectors.joining(",", "[", "]")));
        }
    }

    /** One a line (chosen): the documentation's sample has one alone. */
    private static void putPrefixes(CloudEni eni, IpFamily family, Folder folder, String name) {
        var prefixes = eni.prefixes().stream()
                .filter(prefix -> prefix.family() == family)
                .map(prefix -> prefix.block().toString())
                .collect(Collectors.joining("\n"));
        if (!prefixes.isEmpty()) {
            folder.put(name, prefixes);
        }
    }

    private static Ip netmask(Cidr block) {
        var hosts = Integer.SIZE - block.length();
        return new Ip(IpFamily.V4, 0, (0xffff_ffffL << hosts) & 0xffff_ffffL);
    }

    private record Folder(MetadataTree tree, String path) {
        void put(String name, Object value) {
            tree.put(path + name, value.toString());
        }
    }
}
