package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/** Which blocks a vSwitch may have (VPC API, CreateVSwitch). */
public final class VSwitchBlocks {
    private static final int WIDEST_IPV4 = 16;
    private static final int NARROWEST_IPV4 = 29;
    private static final int IPV6 = 64;

    private VSwitchBlocks() {}

    public static void check(DualStack<Cidr> blocks, DualStack<Cidr> vpc, List<VSwitchRecord> neighbours) {
        if (!blocks.has(IpFamily.V4)) {
            throw new IllegalArgumentException("a vSwitch has an IPv4 block, not only " + blocks);
        }
        for (var block : blocks.all()) {
            checkLength(block);
            if (vpc.get(block.family()).filter(of -> of.contains(block)).isEmpty()) {
                throw new IllegalArgumentException("%s is not inside the VPC's %s".formatted(block, vpc));
            }
            for (var neighbour : neighbours) {
                if (neighbour.cidrs().all().stream().anyMatch(block::overlaps)) {
                    throw new IllegalArgumentException(
                            "%s overlaps %s of %s".formatted(block, neighbour.cidrs(), neighbour.id()));
                }
            }
        }
    }

    private static void checkLength(Cidr block) {
        var fits = switch (block.family()) {
            case V4 -> block.length() >= WIDEST_IPV4 && block.length() <= NARROWEST_IPV4;
            case V6 -> block.length() == IPV6;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    "a vSwitch has an IPv4 block of /%d to /%d and an IPv6 block of /%d, not %s"
                            .formatted(WIDEST_IPV4, NARROWEST_IPV4, IPV6, block));
        }
    }
}
