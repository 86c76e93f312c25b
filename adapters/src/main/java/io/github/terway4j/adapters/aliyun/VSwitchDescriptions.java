package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.vpc.model.v20160428.DescribeVSwitchesRequest;
import com.aliyuncs.vpc.model.v20160428.DescribeVSwitchesResponse;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.CloudOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the cloud says of vSwitches. The API takes one id a call. */
final class VSwitchDescriptions {
    private final AliyunApi api;
    private final Urgency urgency;

    VSwitchDescriptions(AliyunApi api, Urgency urgency) {
        this.api = api;
        this.urgency = urgency;
    }

    CloudOutcome<List<VSwitch>> of(List<VSwitchId> ids) {
        var known = new ArrayList<VSwitch>();
        for (var id : ids) {
            switch (one(id)) {
                case CloudOutcome.Done<Optional<VSwitch>>(var described) -> described.ifPresent(known::add);
                case CloudOutcome.NotFound<Optional<VSwitch>> _ -> {}
                case CloudOutcome<Optional<VSwitch>> failed -> {
                    return failed.then(_ -> new CloudOutcome.Done<>(known));
                }
            }
        }
        return new CloudOutcome.Done<>(List.copyOf(known));
    }

    private CloudOutcome<Optional<VSwitch>> one(VSwitchId id) {
        var request = new DescribeVSwitchesRequest();
        request.setVSwitchId(id.text());
        return api.send(request, DescribeVSwitchesResponse::getRequestId, urgency)
                .then(answer -> AliyunApi.read(
                        answer,
                        described -> described.getVSwitches().stream()
                                .filter(vSwitch -> id.text().equals(vSwitch.getVSwitchId()))
                                .map(VSwitchDescriptions::vSwitch)
                                .findFirst()));
    }

    private static VSwitch vSwitch(DescribeVSwitchesResponse.VSwitch told) {
        return new VSwitch(
                new VSwitchId(told.getVSwitchId()),
                new Zone(EniReading.required("ZoneId", told.getZoneId())),
                cidrs(told),
                Math.toIntExact(Optional.ofNullable(told.getAvailableIpAddressCount())
                        .orElseThrow(() -> new IllegalArgumentException("AvailableIpAddressCount is missing"))));
    }

    private static DualStack<Cidr> cidrs(DescribeVSwitchesResponse.VSwitch told) {
        var ipv4 = Cidr.parse(EniReading.required("CidrBlock", told.getCidrBlock()));
        return Optional.ofNullable(told.getIpv6CidrBlock())
                .filter(block -> !block.isBlank())
                .map(Cidr::parse)
                .map(ipv6 -> DualStack.both(ipv4, ipv6))
                .orElseGet(() -> DualStack.v4(ipv4));
    }
}
