package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.ecs.model.v20140526.CreateNetworkInterfaceResponse;
import com.aliyuncs.ecs.model.v20140526.DescribeNetworkInterfacesResponse.NetworkInterfaceSet;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * ENIs as the API tells of them. What is missing or is no address is refused by an exception; a state or a kind that we
 * have not foreseen concerns that one ENI alone, which is let be.
 */
final class EniReading {
    private EniReading() {}

    static Eni eni(NetworkInterfaceSet told) {
        return new Eni(
                new EniId(required("NetworkInterfaceId", told.getNetworkInterfaceId())),
                Mac.parse(required("MacAddress", told.getMacAddress())),
                kind(required("Type", told.getType())).orElse(EniKind.SECONDARY),
                status(told.getType(), required("Status", told.getStatus()), told.getNetworkInterfaceTrafficMode()),
                new VSwitchId(required("VSwitchId", told.getVSwitchId())),
                addresses(
                        required("PrivateIpAddress", told.getPrivateIpAddress()),
                        told.getPrivateIpSets().stream().map(NetworkInterfaceSet.PrivateIpSet::getPrivateIpAddress),
                        told.getIpv6Sets().stream().map(NetworkInterfaceSet.Ipv6Set::getIpv6Address)),
                prefixes(
                        told.getIpv4PrefixSets().stream().map(NetworkInterfaceSet.Ipv4PrefixSet::getIpv4Prefix),
                        told.getIpv6PrefixSets().stream().map(NetworkInterfaceSet.Ipv6PrefixSet::getIpv6Prefix)),
                new EniTraits(
                        tags(told.getTags(), NetworkInterfaceSet.Tag::getTagKey, NetworkInterfaceSet.Tag::getTagValue),
                        traffic(told.getNetworkInterfaceTrafficMode()).orElse(TrafficMode.STANDARD),
                        text(told.getCreationTime()).map(Instant::parse),
                        trunk(told.getAttachment()),
                        trunk(told.getAttachment()).flatMap(_ -> tag(told.getAttachment()))));
    }

    private static Optional<EniId> trunk(NetworkInterfaceSet.@Nullable Attachment told) {
        return Optional.ofNullable(told)
                .flatMap(attachment -> text(attachment.getTrunkNetworkInterfaceId()))
                .map(EniId::new);
    }

    /** A member's place on its trunk is the number of its VLAN; none as long as that is not told. */
    private static Optional<VlanId> tag(NetworkInterfaceSet.@Nullable Attachment told) {
        return Optional.ofNullable(told)
                .flatMap(attachment -> Optional.ofNullable(attachment.getDeviceIndex()))
                .filter(VlanId::isOne)
                .map(VlanId::new);
    }

    static Eni eni(CreateNetworkInterfaceResponse told) {
        return new Eni(
                new EniId(required("NetworkInterfaceId", told.getNetworkInterfaceId())),
                Mac.parse(required("MacAddress", told.getMacAddress())),
                kind(required("Type", told.getType())).orElse(EniKind.SECONDARY),
                status(told.getType(), required("Status", told.getStatus()), null),
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
                                .map(CreateNetworkInterfaceResponse.Ipv6PrefixSet::getIpv6Prefix)),
                EniTraits.tagged(tags(
                        told.getTags(),
                        CreateNetworkInterfaceResponse.Tag::getTagKey,
                        CreateNetworkInterfaceResponse.Tag::getTagValue)));
    }

    /** The instance that an ENI is attached to or on its way to or from, if any. */
    static Optional<String> instance(NetworkInterfaceSet told) {
        return text(told.getInstanceId());
    }

    /** An ENI at the end of its deletion has let go of its addresses, and is as good as gone. */
    static boolean isGone(NetworkInterfaceSet told) {
        return "Deleting".equals(told.getStatus())
                && text(told.getPrivateIpAddress()).isEmpty();
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

    private static Optional<EniKind> kind(String type) {
        return switch (type) {
            case "Primary" -> Optional.of(EniKind.PRIMARY);
            case "Secondary" -> Optional.of(EniKind.SECONDARY);
            case "Trunk" -> Optional.of(EniKind.TRUNK);
            case "Member" -> Optional.of(EniKind.MEMBER);
            default -> Optional.empty();
        };
    }

    /** One of a kind that nobody here has heard of is let be, like one in such a state: of the others all is known. */
    private static EniStatus status(String type, String status, @Nullable String mode) {
        return kind(type).isPresent() && traffic(mode).isPresent() ? status(status) : EniStatus.STRANGE;
    }

    private static EniStatus status(String status) {
        return switch (status) {
            case "Available" -> EniStatus.AVAILABLE;
            case "Attaching" -> EniStatus.ATTACHING;
            case "InUse" -> EniStatus.IN_USE;
            case "Detaching" -> EniStatus.DETACHING;
            case "Deleting" -> EniStatus.DELETING;
            default -> EniStatus.STRANGE;
        };
    }

    /** One whose mode the cloud does not tell is an ordinary one. */
    private static Optional<TrafficMode> traffic(@Nullable String mode) {
        return switch (text(mode).orElse("Standard")) {
            case "Standard" -> Optional.of(TrafficMode.STANDARD);
            case "HighPerformance" -> Optional.of(TrafficMode.HIGH_PERFORMANCE);
            default -> Optional.empty();
        };
    }

    private static <T> Tags tags(@Nullable List<T> told, Function<T, String> key, Function<T, @Nullable String> value) {
        var tags = new TreeMap<String, String>();
        for (var tag : told == null ? List.<T>of() : told) {
            tags.put(key.apply(tag), Objects.requireNonNullElse(value.apply(tag), ""));
        }
        return new Tags(tags);
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    static String required(String field, String value) {
        return text(value).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }
}
