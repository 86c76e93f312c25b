package io.github.terway4j.ports.out;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/** A call of {@link CloudNetwork} that changes something. */
public sealed interface CloudDeed {
    record Create(NewEni wanted) implements CloudDeed {}

    record Attach(EniId eni, Berth berth) implements CloudDeed {}

    record Detach(EniId eni, Berth berth) implements CloudDeed {}

    record Delete(EniId eni) implements CloudDeed {}

    record Assign(EniId eni, IpFamily family, int count) implements CloudDeed {}

    record AssignPrefixes(EniId eni, IpFamily family, int count) implements CloudDeed {}

    record Unassign(EniId eni, List<Ip> addresses) implements CloudDeed {
        public Unassign {
            addresses = List.copyOf(addresses);
        }
    }

    record UnassignPrefixes(EniId eni, List<IpPrefix> prefixes) implements CloudDeed {
        public UnassignPrefixes {
            prefixes = List.copyOf(prefixes);
        }
    }
}
