package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Grant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What a new ENI takes from its vSwitch: its primary address is one more, chosen by the cloud or named.
 *
 * @param ipv4 the primary address included; unlike a caller's, this wish may be of two kinds at once
 */
record Birth(Optional<Ip> primary, AddressWish ipv4, AddressWish ipv6) {
    static Birth of(EniOrder order) {
        var wish = order.ipv4();
        var named = new ArrayList<>(wish.addresses());
        order.primary().ifPresent(named::addFirst);
        var chosen = wish.count() + (order.primary().isPresent() ? 0 : 1);
        var ipv4 = new AddressWish(chosen, named, wish.prefixCount(), wish.prefixes());
        return new Birth(order.primary(), ipv4, order.ipv6());
    }

    /** The primary address first, as an ENI has it. */
    Grant arranged(Grant granted) {
        var addresses = new ArrayList<>(granted.addresses());
        primary.ifPresent(first -> {
            addresses.remove(first);
            addresses.addFirst(first);
        });
        return new Grant(addresses, granted.prefixes());
    }
}
