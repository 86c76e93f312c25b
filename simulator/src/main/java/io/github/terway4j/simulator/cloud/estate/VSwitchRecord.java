package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.cloud.api.Grant;
import io.github.terway4j.simulator.cloud.api.Label;
import java.time.Instant;
import java.util.Collection;

/** A vSwitch as the cloud keeps it: its blocks, and who of their addresses is free. */
public final class VSwitchRecord {
    private final VSwitchId id;
    private final VpcId vpc;
    private final Zone zone;
    private final Label label;
    private final Instant created;
    private final DualStack<Cidr> cidrs;
    private final DualStack<AddressSource> sources;

    public VSwitchRecord(VSwitchId id, VpcId vpc, Zone zone, Label label, DualStack<Cidr> cidrs, Instant created) {
        this.id = id;
        this.vpc = vpc;
        this.zone = zone;
        this.label = label;
        this.created = created;
        this.cidrs = cidrs;
        this.sources = cidrs.map(block -> new AddressSource(id, block));
    }

    public VSwitchId id() {
        return id;
    }

    public VpcId vpc() {
        return vpc;
    }

    public Zone zone() {
        return zone;
    }

    public DualStack<Cidr> cidrs() {
        return cidrs;
    }

    public CloudVSwitch description() {
        var free = source(IpFamily.V4).freeAddresses();
        var reserved = sources.all().stream()
                .flatMap(source -> source.reservations().stream())
                .toList();
        return new CloudVSwitch(new VSwitch(id, zone, cidrs, free), vpc, label, reserved, created);
    }

    public boolean has(IpFamily family) {
        return cidrs.has(family);
    }

    /** Sets a part of a block aside for prefixes; no address of it may have been given away. */
    public void reserve(Cidr part) {
        source(part.family()).reserve(part);
    }

    /** Objects unless all of this can be granted at once. */
    public void require(IpFamily family, AddressWish wish) {
        if (wish.places() > 0 && !has(family)) {
            throw new Objection(ApiError.IPV6_NOT_SUPPORTED, id, id + " has no IPv6 block");
        }
        if (wish.places() > 0) {
            source(family).require(wish);
        }
    }

    public Grant take(IpFamily family, AddressWish wish) {
        return wish.places() == 0 ? Grant.NOTHING : source(family).take(wish);
    }

    public void giveBack(Collection<Ip> addresses, Collection<IpPrefix> prefixes) {
        addresses.forEach(ip -> source(ip.family()).giveBack(ip));
        prefixes.forEach(prefix -> source(prefix.family()).giveBack(prefix));
    }

    private AddressSource source(IpFamily family) {
        return sources.get(family)
                .orElseThrow(() -> new IllegalStateException("%s has no %s addresses".formatted(id, family)));
    }
}
