package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Grant;
import java.util.ArrayList;
import java.util.List;

/** What a vSwitch has of one family to give to its ENIs, single addresses and prefixes; asked before it is taken. */
final class AddressSource {
    private final VSwitchId vSwitch;
    private final AddressPool singles;
    private final PrefixPool prefixes = new PrefixPool();

    AddressSource(VSwitchId vSwitch, Cidr block) {
        this.vSwitch = vSwitch;
        this.singles = new AddressPool(block);
    }

    int freeAddresses() {
        return singles.free();
    }

    List<Cidr> reservations() {
        return prefixes.blocks();
    }

    /** Sets this part of the block aside for prefixes; no address of it may have been given away. */
    void reserve(Cidr part) {
        singles.setAside(part);
        prefixes.add(part);
    }

    /** Objects unless all of this can be granted at once. */
    void require(AddressWish wish) {
        for (var ip : wish.addresses()) {
            requireFree(ip, singles.has(ip), singles.isFree(ip));
        }
        for (var prefix : wish.prefixes()) {
            requireFree(prefix, prefixes.has(prefix), prefixes.isFree(prefix));
        }
        requireEnough(
                "addresses", singles.free(), wish.count(), wish.addresses().size());
        requireEnough(
                "prefixes", prefixes.free(), wish.prefixCount(), wish.prefixes().size());
    }

    /** Those asked for by name leave first, so that the cloud chooses none of them. */
    Grant take(AddressWish wish) {
        wish.addresses().forEach(singles::take);
        wish.prefixes().forEach(prefixes::take);
        var addresses = new ArrayList<>(singles.take(wish.count()));
        addresses.addAll(wish.addresses());
        var blocks = new ArrayList<>(prefixes.take(wish.prefixCount()));
        blocks.addAll(wish.prefixes());
        return new Grant(addresses, blocks);
    }

    void giveBack(Ip ip) {
        singles.giveBack(ip);
    }

    void giveBack(IpPrefix prefix) {
        prefixes.giveBack(prefix);
    }

    private void requireFree(Object wanted, boolean exists, boolean free) {
        if (!exists) {
            throw new Objection(
                    ApiError.ADDRESS_NOT_IN_VSWITCH, vSwitch, "%s is not to be had in %s".formatted(wanted, vSwitch));
        }
        if (!free) {
            throw new Objection(
                    ApiError.ADDRESS_TAKEN, vSwitch, "%s of %s is somebody else's".formatted(wanted, vSwitch));
        }
    }

    private void requireEnough(String what, int free, int chosen, int named) {
        if (free - named < chosen) {
            throw new Objection(
                    ApiError.VSWITCH_EXHAUSTED,
                    vSwitch,
                    "%s has %d free %s, not %d".formatted(vSwitch, free, what, chosen + named));
        }
    }
}
