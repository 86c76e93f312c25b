package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.UUID;

/** What an instance reads about itself beside its ENIs and credentials. */
final class InstanceItems {
    /** What an instance of one kind has as another has it. All of these are chosen, after the documentation's samples. */
    private static final String IMAGE = "aliyun_3_x64_20G_alibase_20250629.vhd";

    private static final String NAMESERVERS = "100.100.2.136\n100.100.2.138";
    private static final String NTP_SERVERS =
            "ntp.cloud.aliyuncs.com\nntp7.cloud.aliyuncs.com\nntp8.cloud.aliyuncs.com";

    private final Region region;
    private final String account;

    InstanceItems(Region region, String account) {
        this.region = region;
        this.account = account;
    }

    void describe(
            Instance instance, CloudEni primary, DualStack<Cidr> vpc, DualStack<Cidr> vSwitch, MetadataTree tree) {
        var hostname = "iZ%sZ".formatted(instance.id().text().replaceFirst("^i-", ""));
        var name = instance.label().name();
        put(tree, "instance-id", instance.id());
        put(tree, "hostname", hostname);
        put(tree, "instance/instance-name", name.isEmpty() ? hostname : name);
        put(tree, "instance/instance-type", instance.type().name());
        put(tree, "instance/max-netbw-egress", instance.type().throughput().txKbps());
        put(tree, "instance/virtualization-solution", "ECS Virt");
        put(tree, "instance/virtualization-solution-version", "2");
        put(tree, "serial-number", serialNumber(instance));
        put(tree, "region-id", region);
        put(tree, "zone-id", instance.zone());
        put(tree, "owner-account-id", account);
        put(tree, "image-id", IMAGE);
        put(tree, "source-address", "http://mirrors.cloud.aliyuncs.com");
        put(tree, "network-type", "vpc");
        put(tree, "vpc-id", instance.vpc());
        put(tree, "vswitch-id", instance.vSwitch());
        vpc.v4().ifPresent(block -> put(tree, "vpc-cidr-block", block));
        vSwitch.v4().ifPresent(block -> put(tree, "vswitch-cidr-block", block));
        put(tree, "dns-conf/nameservers", NAMESERVERS);
        put(tree, "ntp-conf/ntp-servers", NTP_SERVERS);
        put(tree, "mac", primary.eni().mac());
        put(tree, "private-ipv4", primary.eni().primaryAddress());
        tree.put("dynamic/instance-identity/document", identity(instance, primary));
    }

    /** {@code instance-identity/document}; the signature beside it is not simulated. */
    private String identity(Instance instance, CloudEni primary) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("zone-id", instance.zone().text());
        fields.put("serial-number", serialNumber(instance));
        fields.put("instance-id", instance.id().text());
        fields.put("region-id", region.text());
        fields.put("private-ipv4", primary.eni().primaryAddress().toString());
        fields.put("owner-account-id", account);
        fields.put("mac", primary.eni().mac().toString());
        fields.put("image-id", IMAGE);
        fields.put("instance-type", instance.type().name());
        return FlatJson.write(fields);
    }

    private static String serialNumber(Instance instance) {
        return UUID.nameUUIDFromBytes(instance.id().text().getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    private static void put(MetadataTree tree, String path, Object value) {
        tree.put("meta-data/" + path, value.toString());
    }
}
