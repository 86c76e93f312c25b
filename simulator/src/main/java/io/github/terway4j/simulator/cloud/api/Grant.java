package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import java.util.List;

/** What an {@link AddressWish} has brought: those of the cloud's choice first. */
public record Grant(List<Ip> addresses, List<IpPrefix> prefixes) {
    public static final Grant NOTHING = new Grant(List.of(), List.of());

    public Grant {
        addresses = List.copyOf(addresses);
        prefixes = List.copyOf(prefixes);
    }
}
