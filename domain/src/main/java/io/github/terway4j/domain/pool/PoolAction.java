package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniUse;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/** One call to the cloud. */
public sealed interface PoolAction {
    /** A new ENI; {@code ipv4} counts the primary address, too. Of one family it has addresses or prefixes besides. */
    record CreateEni(VSwitchId vSwitch, EniUse use, int ipv4, int ipv6, int ipv4Prefixes, int ipv6Prefixes)
            implements PoolAction {
        /** An ordinary one. */
        public CreateEni(VSwitchId vSwitch, int ipv4, int ipv6, int ipv4Prefixes, int ipv6Prefixes) {
            this(vSwitch, EniUse.SHARED, ipv4, ipv6, ipv4Prefixes, ipv6Prefixes);
        }

        /** One without prefixes. */
        public CreateEni(VSwitchId vSwitch, int ipv4, int ipv6) {
            this(vSwitch, ipv4, ipv6, 0, 0);
        }
    }

    /** A new ENI that is to ride on this trunk. */
    record CreateMember(VSwitchId vSwitch, EniId trunk, int ipv4, int ipv6) implements PoolAction {}

    record AttachEni(EniId eni) implements PoolAction {}

    /** Behind this trunk. */
    record AttachMember(EniId eni, EniId trunk) implements PoolAction {}

    record AssignAddresses(EniId eni, IpFamily family, int count) implements PoolAction {}

    record AssignPrefixes(EniId eni, IpFamily family, int count) implements PoolAction {}

    /** All of one family. */
    record UnassignAddresses(EniId eni, List<Ip> addresses) implements PoolAction {
        public UnassignAddresses {
            addresses = List.copyOf(addresses);
        }
    }

    /** The same of prefixes. */
    record UnassignPrefixes(EniId eni, List<IpPrefix> prefixes) implements PoolAction {
        public UnassignPrefixes {
            prefixes = List.copyOf(prefixes);
        }
    }

    record DetachEni(EniId eni) implements PoolAction {}

    record DeleteEni(EniId eni) implements PoolAction {}
}
