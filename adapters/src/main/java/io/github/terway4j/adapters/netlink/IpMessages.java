package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.MalformedMessageException;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.Optional;

/** What messages about addresses, routes, rules and neighbours have in common. */
final class IpMessages {
    static final int AF_UNSPEC = 0;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;

    private IpMessages() {}

    static int number(IpFamily family) {
        return switch (family) {
            case V4 -> AF_INET;
            case V6 -> AF_INET6;
        };
    }

    /** The family of that number; empty for what is neither. */
    static Optional<IpFamily> family(int number) {
        return switch (number) {
            case AF_INET -> Optional.of(IpFamily.V4);
            case AF_INET6 -> Optional.of(IpFamily.V6);
            default -> Optional.empty();
        };
    }

    static Ip ip(IpFamily family, byte[] bytes) {
        if (bytes.length * Byte.SIZE != family.bits()) {
            throw new MalformedMessageException("an address of " + bytes.length + " bytes in a message of " + family);
        }
        return Ip.of(bytes);
    }

    /** The length of a prefix. */
    static int length(IpFamily family, int length) {
        if (length > family.bits()) {
            throw new MalformedMessageException("a prefix of " + length + " bits in a message of " + family);
        }
        return length;
    }

    /** The block of that length around an address; one whose address is left out is the whole family. */
    static Cidr cidr(IpFamily family, Optional<byte[]> address, int length) {
        return address.map(bytes -> Cidr.of(ip(family, bytes), length(family, length)))
                .orElse(Cidr.any(family));
    }
}
