package io.github.terway4j.adapters.metadata;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceIdentity;
import io.github.terway4j.ports.out.InstanceMetadata;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts together what the metadata service says of this instance, anew at each call. */
public final class EcsInstanceMetadata implements InstanceMetadata {
    private static final List<String> OF_THE_INSTANCE =
            List.of("instance-id", "instance/instance-type", "region-id", "zone-id", "vpc-id", "vswitch-id", "mac");

    private final MetadataClient client;

    public EcsInstanceMetadata(MetadataClient client) {
        this.client = client;
    }

    @Override
    public CloudOutcome<InstanceIdentity> self() {
        return wellFormed(() -> Items.read(client, OF_THE_INSTANCE).then(this::withAddresses));
    }

    private CloudOutcome<InstanceIdentity> withAddresses(Items items) {
        var folder = "network/interfaces/macs/%s/".formatted(items.get("mac", Mac::parse));
        var primary = folder + "primary-ip-address";
        return Items.read(client, List.of(primary)).then(found -> {
            var ipv4 = found.get(primary, Ip::parse);
            return ipv6(folder + "ipv6s").then(ipv6 -> new CloudOutcome.Done<>(identity(items, ipv4, ipv6)));
        });
    }

    /** The first, in a list of one; an empty list on an instance that has none. */
    private CloudOutcome<List<Ip>> ipv6(String path) {
        return switch (client.read(path)) {
            case CloudOutcome.NotFound<String> _ -> new CloudOutcome.Done<>(List.of());
            case CloudOutcome<String> other ->
                other.then(list -> new CloudOutcome.Done<>(
                        Items.addresses(path, list).stream().limit(1).toList()));
        };
    }

    private static InstanceIdentity identity(Items items, Ip ipv4, List<Ip> ipv6) {
        if (ipv4.family() != IpFamily.V4 || ipv6.stream().anyMatch(ip -> ip.family() != IpFamily.V6)) {
            throw new MalformedItem("primary-ip-address or ipv6s", "%s and %s".formatted(ipv4, ipv6));
        }
        return new InstanceIdentity(
                items.get("instance-id", InstanceId::new),
                items.get("instance/instance-type", EcsInstanceMetadata::named),
                items.get("region-id", Region::new),
                items.get("zone-id", Zone::new),
                items.get("vpc-id", VpcId::new),
                items.get("vswitch-id", VSwitchId::new),
                items.get("mac", Mac::parse),
                DualStack.ofIps(Stream.concat(Stream.of(ipv4), ipv6.stream()).toList()));
    }

    private static String named(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is blank");
        }
        return text;
    }

    private static <T> CloudOutcome<T> wellFormed(Supplier<CloudOutcome<T>> reading) {
        try {
            return reading.get();
        } catch (MalformedItem malformed) {
            return new CloudOutcome.Unknown<>(malformed.words());
        }
    }
}
