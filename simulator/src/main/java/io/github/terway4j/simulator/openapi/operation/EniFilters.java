package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** What DescribeNetworkInterfaces is asked for. */
final class EniFilters {
    private static final List<EniStatus> STATES =
            EnumSet.complementOf(EnumSet.of(EniStatus.STRANGE)).stream().toList();

    /** Of "NetworkInterfaceId.N", "PrivateIpAddress.N" and "Ipv6Address.N". */
    private static final int MOST_NAMED = 100;

    private EniFilters() {}

    static List<EniFilter> read(Parameters wanted) {
        var filters = new ArrayList<EniFilter>();
        named(
                wanted,
                "NetworkInterfaceId",
                ids -> filters.add(new EniFilter.Ids(ids.stream().map(Ids::eni).toList())));
        for (var family : IpFamily.values()) {
            named(
                    wanted,
                    Wishes.list(family),
                    _ -> filters.add(new EniFilter.WithAddress(Wishes.addresses(wanted, family))));
        }
        wanted.text("InstanceId")
                .map(Ids::instance)
                .map(EniFilter.OfInstance::new)
                .ifPresent(filters::add);
        wanted.read("VpcId", VpcId::new).map(EniFilter.InVpc::new).ifPresent(filters::add);
        wanted.read("VSwitchId", VSwitchId::new).map(EniFilter.InVSwitch::new).ifPresent(filters::add);
        wanted.read("SecurityGroupId", SecurityGroupId::new)
                .map(EniFilter.InSecurityGroup::new)
                .ifPresent(filters::add);
        wanted.read("PrimaryIpAddress", Ip::parse)
                .map(EniFilter.WithPrimary::new)
                .ifPresent(filters::add);
        wanted.text("NetworkInterfaceName").map(EniFilter.Named::new).ifPresent(filters::add);
        wanted.text("ResourceGroupId").map(EniFilter.InResourceGroup::new).ifPresent(filters::add);
        Choice.read(wanted, "Status", STATES, EniWords::of)
                .map(EniFilter.InStatus::new)
                .ifPresent(filters::add);
        Choice.read(wanted, "Type", List.of(EniKind.values()), EniWords::of)
                .map(EniFilter.OfKind::new)
                .ifPresent(filters::add);
        filters.addAll(Tags.wanted(wanted, EniFilter.Tagged::new, EniFilter.HasTag::new));
        return filters;
    }

    private static void named(Parameters wanted, String name, Consumer<List<String>> use) {
        var names = wanted.list(name);
        if (names.size() > MOST_NAMED) {
            throw Rejection.invalid(name, "%d are more than %d".formatted(names.size(), MOST_NAMED));
        }
        if (!names.isEmpty()) {
            use.accept(names);
        }
    }
}
