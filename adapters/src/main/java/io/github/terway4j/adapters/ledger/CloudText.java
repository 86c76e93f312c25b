package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.CloudSight;
import io.github.terway4j.ports.out.NodeFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the cloud said last, as one JSON text that names its version. People may read it, too. */
final class CloudText {
    private static final long VERSION = 1;

    private CloudText() {}

    /** Both parts; the facts may be missing. */
    record Word(Optional<NodeFacts> facts, CloudSight sight) {
        static final Word NONE = new Word(Optional.empty(), CloudSight.NOTHING);
    }

    static String write(Word word) {
        var file = new LinkedHashMap<String, Object>();
        file.put("v", VERSION);
        word.facts().ifPresent(facts -> file.put("node", node(facts)));
        file.put("enis", word.sight().enis().stream().map(CloudText::eni).toList());
        file.put(
                "vSwitches",
                word.sight().vSwitches().stream().map(CloudText::vSwitch).toList());
        return Json.writePretty(file) + "\n";
    }

    /**
     * @throws IllegalArgumentException if it is of another version, or something is missing in it
     * @throws io.github.terway4j.adapters.json.JsonException if it is no JSON
     */
    static Word read(String text) {
        var file = new Fields(Json.readObject(text));
        file.mustBeOf(VERSION);
        return new Word(
                file.has("node") ? Optional.of(node(file.object("node"))) : Optional.empty(),
                new CloudSight(
                        file.objects("enis").stream().map(CloudText::eni).toList(),
                        file.objects("vSwitches").stream()
                                .map(CloudText::vSwitch)
                                .toList()));
    }

    private static Map<String, Object> node(NodeFacts facts) {
        var limits = facts.limits();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("instance", facts.instance().text());
        fields.put("zone", facts.zone().text());
        fields.put("vSwitch", facts.vSwitch().text());
        fields.put(
                "securityGroups",
                facts.securityGroups().stream().map(SecurityGroupId::text).toList());
        fields.put("ips", facts.hostAddresses().map(Ip::toString).all());
        fields.put("type", limits.instanceType());
        fields.put("enis", limits.enis());
        fields.put("totalEnis", limits.totalEnis());
        fields.put("ipv4PerEni", limits.ipv4PerEni());
        fields.put("ipv6PerEni", limits.ipv6PerEni());
        fields.put("trunk", limits.trunk());
        fields.put("erdmaEnis", limits.erdmaEnis());
        return fields;
    }

    private static NodeFacts node(Fields fields) {
        return new NodeFacts(
                new InstanceId(fields.text("instance")),
                new Zone(fields.text("zone")),
                new VSwitchId(fields.text("vSwitch")),
                fields.texts("securityGroups").stream()
                        .map(SecurityGroupId::new)
                        .toList(),
                fields.addresses(),
                new InstanceLimits(
                        fields.text("type"),
                        fields.number("enis"),
                        fields.number("totalEnis"),
                        fields.number("ipv4PerEni"),
                        fields.number("ipv6PerEni"),
                        fields.isTrue("trunk"),
                        fields.number("erdmaEnis")));
    }

    private static Map<String, Object> eni(Eni eni) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", eni.id().text());
        fields.put("mac", eni.mac().toString());
        fields.put("kind", eni.kind().name());
        fields.put("vSwitch", eni.vSwitch().text());
        fields.put("ips", eni.addresses().stream().map(Ip::toString).toList());
        fields.put("traffic", eni.traits().traffic().name());
        eni.traits().trunk().ifPresent(trunk -> fields.put("trunk", trunk.text()));
        eni.traits().tag().ifPresent(tag -> fields.put("tag", tag.number()));
        return fields;
    }

    private static Eni eni(Fields fields) {
        return new Eni(
                new EniId(fields.text("id")),
                Mac.parse(fields.text("mac")),
                EniKind.valueOf(fields.text("kind")),
                EniStatus.IN_USE,
                new VSwitchId(fields.text("vSwitch")),
                fields.ips("ips"),
                List.of(),
                new EniTraits(
                        Tags.NONE,
                        TrafficMode.valueOf(fields.text("traffic")),
                        Optional.empty(),
                        fields.has("trunk") ? Optional.of(new EniId(fields.text("trunk"))) : Optional.empty(),
                        fields.has("tag") ? Optional.of(new VlanId(fields.number("tag"))) : Optional.empty()));
    }

    private static Map<String, Object> vSwitch(VSwitch vSwitch) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", vSwitch.id().text());
        fields.put("zone", vSwitch.zone().text());
        fields.put("blocks", vSwitch.cidrs().map(Cidr::toString).all());
        return fields;
    }

    private static VSwitch vSwitch(Fields fields) {
        var blocks = fields.texts("blocks").stream().map(Cidr::parse).toList();
        var cidrs = blocks.size() > 1
                ? DualStack.both(blocks.getFirst(), blocks.getLast())
                : DualStack.v4(blocks.getFirst());
        return new VSwitch(new VSwitchId(fields.text("id")), new Zone(fields.text("zone")), cidrs, 0);
    }
}
