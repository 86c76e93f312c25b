package io.github.terway4j.simulator.kernel;

/** Why a packet went no further. */
public enum DropReason {
    NO_SUCH_NAMESPACE("there is no such namespace"),
    SOURCE_NOT_LOCAL("the sender does not own the source address"),
    NO_SOURCE("the sender has no address to send from"),
    NO_ROUTE("no route"),
    BLACKHOLE("blackhole"),
    UNREACHABLE("a route says that it cannot be reached"),
    PROHIBITED("a route forbids it"),
    BROADCAST("a broadcast address is nobody's"),
    LINK_DOWN("the link has no carrier or is down"),
    NEIGHBOUR_UNREACHABLE("nobody on the link answers for the neighbour"),
    OTHER_HOST("the hardware address is another's"),
    REDIRECTED_NOWHERE("the link that it is redirected to has gone"),
    NO_SUCH_VLAN("no link takes frames with that tag"),
    IPV6_OFF("the link has no IPv6"),
    MARTIAN_SOURCE("such a source cannot come from there"),
    MARTIAN_DESTINATION("such a destination cannot come from there"),
    REVERSE_PATH("the way back would be another: reverse path filter"),
    FORWARDING_OFF("forwarding is off"),
    TTL_EXCEEDED("it went round in a loop: its time to live is used up");

    private final String words;

    DropReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
