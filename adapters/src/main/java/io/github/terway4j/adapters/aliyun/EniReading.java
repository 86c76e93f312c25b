package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.ecs.model.v20140526.CreateNetworkInterfaceResponse;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesResponse.NetworkInterfaceSet;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ENIs as the API tells of them. What is missing or has a value that we have not foreseen is refused by an exception. */
final class EniReading {
    private EniReading() {}

    static Eni eni(NetworkInterfaceSet told) {
        return new Eni(
                new EniId(required("NetworkInterfaceId", told.getNetworkInterfaceId())),
                Mac.parse(required("MacAddress", told.getMacAddress())),
                kind(required("Type", told.getType())),
                status(required("Status", told.getStatus())),
                new VSwitchId(required("VSwitchId", told.getVSwitchId())),
                addresses(
                        required("PrivateIpAddress", told.getPrivateIpAddress()),
                        told.getPrivateIpSets().stream().map(NetworkInterfaceSet.PrivateIpSet::getPrivateIpAddress),
                        told.getIpv6Sets().stream().map(NetworkInterfaceSet.Ipv6Set::getIpv6Address)),
                prefixes(
                        told.getIpv4PrefixSets().stream().map(NetworkInterfaceSet.Ipv4PrefixSet::getIpv4Prefix),
                        told.getIpv6PrefixSets().stream().map(NetworkInterfaceSet.Ipv6PrefixSet::getIpv6Prefix)));
    }

    static Eni eni(CreateNetworkInterfaceResponse told) {
        return new Eni(
                new EniId(required("NetworkInterfaceId", told.getNetworkInterfaceId())),
                Mac.parse(required("MacAddress", told.getMacAddress())),
                kind(required("Type", told.getType())),
                status(required("Status", told.getStatus())),
                new VSwitchId(required("VSwitchId", told.getVSwitchId())),
                addresses(
                        required("PrivateIpAddress", told.getPrivateIpAddress()),
                        told.getPrivateIpSets().stream()
                                .map(CreateNetworkInterfaceResponse.PrivateIpSet::getPrivateIpAddress),
                        told.getIpv6Sets().stream().map(CreateNetworkInterfaceResponse.Ipv6Set::getIpv6Address)),
                prefixes(
                        told.getIpv4PrefixSets().stream()
                                .map(CreateNetworkInterfaceResponse.Ipv4PrefixSet::getIpv4Prefix),
                        told.getIpv6PrefixSets().stream()
                                .map(CreateNetworkInterfaceResponse.Ipv6PrefixSet::getIpv6Prefix)));
    }

    /** The instance that an ENI is attached to or on its way to or from, if any. */
    static Optional<String> instance(NetworkInterfaceSet told) {
        return Optional.ofNullable(told.getInstanceId()).filter(id -> !id.isBlank());
    }

    /** An ENI at the end of its deletion has let go of its addresses, and is as good as gone. */
    static boolean isGone(NetworkInterfaceSet told) {
        return "Deleting".equals(told.getStatus())
                && Optional.ofNullable(told.getPrivateIpAddress())
                        .filter(address -> !address.isBlank())
                        .isEmpty();
    }

    private static List<Ip> addresses(String primary, Stream<String> ipv4, Stream<String> ipv6) {
        return Stream.of(Stream.of(primary), ipv4.filter(address -> !primary.equals(address)), ipv6)
                .flatMap(one -> one)
                .map(Ip::parse)
                .toList();
    }

    private static List<IpPrefix> prefixes(Stream<String> ipv4, Stream<String> ipv6) {
        return Stream.concat(ipv4, ipv6).map(IpPrefix::parse).toList();
    }

    private static EniKind kind(String type) {
        return switch (type) {
            case "Primary" -> EniKind.PRIMARY;
            case "Secondary" -> EniKind.SECONDARY;
            case "Trunk" -> EniKind.TRUNK;
            case "Member" -> EniKind.MEMBER;
            default -> throw new IllegalArgumentException("no ENI is of the type " + type);
        };
    }

    private static EniStatus status(String status) {
        return switch (status) {
            case "Available" -> EniStatus.AVAILABLE;
            case "Attaching" -> EniStatus.ATTACHING;
            case "InUse" -> EniStatus.IN_USE;
            case "Detaching" -> EniStatus.DETACHING;
            case "Deleting" -> EniStatus.DELETING;
            default -> throw new IllegalArgumentException("no ENI is in the status " + status);
        };
    }

    static String required(String field, String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }
}
