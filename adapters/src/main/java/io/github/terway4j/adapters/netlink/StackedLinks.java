package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.Attributes;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.Footing;
import io.github.terway4j.domain.datapath.IpvlanMode;
import io.github.terway4j.domain.net.VlanId;
import java.util.List;

/** What messages say of links that stand on others (linux/if_link.h: IFLA_IPVLAN_MODE, IFLA_VLAN_ID). */
final class StackedLinks {
    private static final String IPVLAN = "ipvlan";
    private static final String VLAN = "vlan";
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int IFLA_IPVLAN_MODE = 1;
    private static final int IFLA_VLAN_ID = 1;

    /** In the order of their numbers. */
    private static final List<IpvlanMode> MODES = List.of(IpvlanMode.L2, IpvlanMode.L3, IpvlanMode.L3S);

    private StackedLinks() {}

    static Message describe(Message message, int parentAttribute, int infoAttribute, Footing footing) {
        return switch (footing) {
            case Footing.Ipvlan(int parentIndex, IpvlanMode mode, Arp _) ->
                message.attribute32(parentAttribute, parentIndex)
                        .nested(
                                infoAttribute,
                                info -> info.attribute(IFLA_INFO_KIND, IPVLAN)
                                        .nested(
                                                IFLA_INFO_DATA,
                                                data -> data.attribute16(IFLA_IPVLAN_MODE, MODES.indexOf(mode))));
            case Footing.Vlan(int parentIndex, VlanId id) ->
                message.attribute32(parentAttribute, parentIndex)
                        .nested(
                                infoAttribute,
                                info -> info.attribute(IFLA_INFO_KIND, VLAN)
                                        .nested(IFLA_INFO_DATA, data -> data.attribute16(IFLA_VLAN_ID, id.number())));
            case Footing.Itself _ -> throw new IllegalStateException("a link that stands on nothing");
        };
    }

    /** What we could not make, such as a VLAN of number 0, stands on nothing that we know. */
    static Footing footing(Attributes info, int parentIndex, Arp arp) {
        var data = info.nested(IFLA_INFO_DATA);
        return switch (info.text(IFLA_INFO_KIND)) {
            case IPVLAN -> ipvlan(parentIndex, data.u16(IFLA_IPVLAN_MODE, 0), arp);
            case VLAN -> vlan(parentIndex, data.u16(IFLA_VLAN_ID, 0));
            default -> new Footing.Itself();
        };
    }

    private static Footing ipvlan(int parentIndex, int mode, Arp arp) {
        return mode < MODES.size() ? new Footing.Ipvlan(parentIndex, MODES.get(mode), arp) : new Footing.Itself();
    }

    private static Footing vlan(int parentIndex, int number) {
        return VlanId.isOne(number) ? new Footing.Vlan(parentIndex, new VlanId(number)) : new Footing.Itself();
    }
}
