package io.github.terway4j.domain.eni;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;

/**
 * A subnet of the VPC in one zone.
 *
 * @param cidrs its IPv4 block, and its IPv6 block if it has one
 * @param freeAddresses IPv4 addresses that nobody holds, by the cloud's count, which may be stale
 */
public record VSwitch(VSwitchId id, Zone zone, DualStack<Cidr> cidrs, int freeAddresses) {
    public VSwitch {
        if (freeAddresses < 0) {
            throw new IllegalArgumentException("%s cannot have %d free addresses".formatted(id, freeAddresses));
        }
    }

    public DualStack<Ip> gateways() {
        return cidrs.map(VSwitch::gateway);
    }

    /** The third address from the end of a vSwitch's block answers as its gateway (VPC documentation, vSwitch). */
    public static Ip gateway(Cidr block) {
        return block.nth(-3);
    }
}
