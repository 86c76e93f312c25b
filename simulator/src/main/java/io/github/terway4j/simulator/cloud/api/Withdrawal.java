package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import java.util.List;

/** The parameters of UnassignPrivateIpAddresses and of UnassignIpv6Addresses; of both families if need be. */
public record Withdrawal(EniId eni, List<Ip> addresses, List<IpPrefix> prefixes) {
    public Withdrawal {
        addresses = List.copyOf(addresses);
        prefixes = List.copyOf(prefixes);
    }

    public static Withdrawal of(EniId eni, List<Ip> addresses) {
        return new Withdrawal(eni, addresses, List.of());
    }
}
