package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.VpcId;
import java.util.List;

/** A vSwitch as the cloud keeps it: its blocks, and who of their addresses is free. */
public record VSwitchRecord(VSwitchId id, VpcId vpc, Zone zone, DualStack<Cidr> cidrs, DualStack<AddressPool> pools) {
    public VSwitchRecord(VSwitchId id, VpcId vpc, Zone zone, DualStack<Cidr> cidrs) {
        this(id, vpc, zone, cidrs, cidrs.map(AddressPool::new));
    }

    public VSwitch description() {
        return new VSwitch(id, zone, cidrs, pool(IpFamily.V4).free());
    }

    public boolean has(IpFamily family) {
        return cidrs.has(family);
    }

    public void requireFree(IpFamily family, int count) {
        if (count > 0 && !has(family)) {
            throw new Objection(ApiError.IPV6_NOT_SUPPORTED, id, id + " has no IPv6 block");
        }
        if (count > 0 && pool(family).free() < count) {
            throw new Objection(
                    ApiError.VSWITCH_EXHAUSTED,
                    id,
                    "%s has %d free %s addresses, not %d"
                            .formatted(id, pool(family).free(), family, count));
        }
    }

    public List<Ip> take(IpFamily family, int count) {
        return count == 0 ? List.of() : pool(family).take(count);
    }

    public void giveBack(List<Ip> addresses) {
        addresses.forEach(ip -> pool(ip.family()).giveBack(ip));
    }

    private AddressPool pool(IpFamily family) {
        return pools.get(family)
                .orElseThrow(() -> new IllegalStateException("%s has no %s addresses".formatted(id, family)));
    }
}
