package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;

/**
 * What is on a wire.
 *
 * @param packet what it carries; of ARP, who asks or answers whom
 * @param tag the number of its 802.1Q tag; zero for none
 * @param redirections how often a filter has let it come in by another link than it was to
 */
record Frame(Mac to, Packet packet, int tag, boolean isArp, int redirections) {
    private static final int NONE = 0;
    private static final Mac EVERYBODY = new Mac(0xffff_ffff_ffffL);

    /** RFC 4291, section 2.7.1. */
    private static final long SOLICITED_NODE_HIGH = 0xff02_0000_0000_0000L;

    private static final long SOLICITED_NODE_LOW = 0x1_ff00_0000L;
    private static final long LAST_24_BITS = 0xff_ffff;

    static Frame untagged(Mac to, Packet packet) {
        return new Frame(to, packet, NONE, false, 0);
    }

    /** Who has that address? IPv6 asks by packets like all others (RFC 4861, section 4.3). */
    static Frame question(Ip asker, Ip neighbour) {
        return switch (neighbour.family()) {
            case V4 -> new Frame(EVERYBODY, Packet.fresh(asker, neighbour), NONE, true, 0);
            case V6 -> untagged(EVERYBODY, Packet.fresh(asker, solicitedNode(neighbour)));
        };
    }

    static Frame answer(Mac to, Ip neighbour, Ip asker) {
        return new Frame(to, Packet.fresh(neighbour, asker), NONE, asker.family() == IpFamily.V4, 0);
    }

    private static Ip solicitedNode(Ip ip) {
        return new Ip(IpFamily.V6, SOLICITED_NODE_HIGH, SOLICITED_NODE_LOW | (ip.low() & LAST_24_BITS));
    }

    boolean isTagged() {
        return tag != NONE;
    }

    boolean isPlainIp() {
        return !isTagged() && !isArp;
    }

    Frame tagged(VlanId id) {
        return new Frame(to, packet, id.number(), isArp, redirections);
    }

    Frame bare() {
        return new Frame(to, packet, NONE, isArp, redirections);
    }

    /** Whoever it was for, it is taken to be for the link with that address (tc-skbedit: ptype host). */
    Frame redirectedTo(Mac mac) {
        return new Frame(mac, packet, tag, isArp, redirections + 1);
    }
}
