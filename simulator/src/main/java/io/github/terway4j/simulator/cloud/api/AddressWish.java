package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import java.util.List;

/**
 * Addresses of one family that an ENI is to be given, in the API's four ways of asking: so many single ones, these
 * single ones, so many prefixes, these prefixes. The cloud grants one way at a time and refuses the others together.
 *
 * @param count "SecondaryPrivateIpAddressCount" or "Ipv6AddressCount"; 0 where not given
 * @param addresses "PrivateIpAddress.N" or "Ipv6Address.N"
 * @param prefixCount "Ipv4PrefixCount" or "Ipv6PrefixCount"; 0 where not given
 * @param prefixes "Ipv4Prefix.N" or "Ipv6Prefix.N"
 */
public record AddressWish(int count, List<Ip> addresses, int prefixCount, List<IpPrefix> prefixes) {
    public static final AddressWish NONE = new AddressWish(0, List.of(), 0, List.of());

    public AddressWish {
        addresses = List.copyOf(addresses);
        prefixes = List.copyOf(prefixes);
    }

    public static AddressWish count(int count) {
        return new AddressWish(count, List.of(), 0, List.of());
    }

    public static AddressWish these(List<Ip> addresses) {
        return new AddressWish(0, addresses, 0, List.of());
    }

    public static AddressWish prefixes(int count) {
        return new AddressWish(0, List.of(), count, List.of());
    }

    public static AddressWish thesePrefixes(List<IpPrefix> prefixes) {
        return new AddressWish(0, List.of(), 0, prefixes);
    }

    /** How many places it takes in an ENI's limits, where a prefix takes the place of one address. */
    public int places() {
        return count + addresses.size() + prefixCount + prefixes.size();
    }
}
