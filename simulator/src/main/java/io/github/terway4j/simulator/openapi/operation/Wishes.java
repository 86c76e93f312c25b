package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.util.List;

/** How parameters ask for addresses and name them, per family. */
final class Wishes {
    private Wishes() {}

    static AddressWish read(Parameters parameters, IpFamily family) {
        return new AddressWish(
                parameters.integer(count(family)).orElse(0),
                addresses(parameters, family),
                parameters.integer(prefix(family) + "Count").orElse(0),
                prefixes(parameters, family));
    }

    static List<Ip> addresses(Parameters parameters, IpFamily family) {
        return parameters.list(list(family), Ip::parse);
    }

    static List<IpPrefix> prefixes(Parameters parameters, IpFamily family) {
        return parameters.list(prefix(family), IpPrefix::parse);
    }

    /** The parameter that most calls ask by. */
    static String count(IpFamily family) {
        return switch (family) {
            case V4 -> "SecondaryPrivateIpAddressCount";
            case V6 -> "Ipv6AddressCount";
        };
    }

    static String list(IpFamily family) {
        return switch (family) {
            case V4 -> "PrivateIpAddress";
            case V6 -> "Ipv6Address";
        };
    }

    private static String prefix(IpFamily family) {
        return switch (family) {
            case V4 -> "Ipv4Prefix";
            case V6 -> "Ipv6Prefix";
        };
    }
}
