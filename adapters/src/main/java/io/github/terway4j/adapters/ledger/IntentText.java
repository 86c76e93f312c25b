package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniUse;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.NewEni;
import java.util.LinkedHashMap;
import java.util.Map;

/** An intent as text that names its version: {@code {"v":1,"token":…,"since":…,"deed":"detach","eni":…,…}}. */
final class IntentText implements RecordText<String, CloudIntent> {
    private static final long VERSION = 1;

    @Override
    public String key(CloudIntent intent) {
        return intent.token().text();
    }

    @Override
    public String write(CloudIntent intent) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("v", VERSION);
        fields.put("token", intent.token().text());
        fields.put("since", intent.since().toString());
        switch (intent.deed()) {
            case CloudDeed.Create(var wanted) -> {
                fields.put("deed", "create");
                write(wanted, fields);
            }
            case CloudDeed.Attach(var eni, var berth) -> write("attach", eni, berth, fields);
            case CloudDeed.Detach(var eni, var berth) -> write("detach", eni, berth, fields);
            case CloudDeed.Delete(var eni) -> write("delete", eni, fields);
            case CloudDeed.Assign(var eni, var family, var count) -> {
                write("assign", eni, "family", family.name(), fields);
                fields.put("count", count);
            }
            case CloudDeed.AssignPrefixes(var eni, var family, var count) -> {
                write("assign-prefixes", eni, "family", family.name(), fields);
                fields.put("count", count);
            }
            case CloudDeed.Unassign(var eni, var addresses) ->
                write(
                        "unassign",
                        eni,
                        "ips",
                        addresses.stream().map(Ip::toString).toList(),
                        fields);
            case CloudDeed.UnassignPrefixes(var eni, var prefixes) ->
                write(
                        "unassign-prefixes",
                        eni,
                        "prefixes",
                        prefixes.stream().map(IpPrefix::toString).toList(),
                        fields);
        }
        return Json.write(fields);
    }

    private static void write(String deed, EniId eni, String name, Object value, Map<String, Object> fields) {
        write(deed, eni, fields);
        fields.put(name, value);
    }

    private static void write(String deed, EniId eni, Berth berth, Map<String, Object> fields) {
        write(deed, eni, "instance", berth.instance().text(), fields);
        berth.trunk().ifPresent(trunk -> fields.put("trunk", trunk.text()));
    }

    private static void write(String deed, EniId eni, Map<String, Object> fields) {
        fields.put("deed", deed);
        fields.put("eni", eni.text());
    }

    private static void write(NewEni wanted, Map<String, Object> fields) {
        fields.put("instance", wanted.instance().text());
        fields.put("vswitch", wanted.vSwitch().text());
        fields.put("use", wanted.use().name());
        fields.put(
                "groups",
                wanted.securityGroups().stream().map(SecurityGroupId::text).toList());
        fields.put("ipv4", wanted.ipv4());
        fields.put("ipv6", wanted.ipv6());
        fields.put("ipv4-prefixes", wanted.ipv4Prefixes());
        fields.put("ipv6-prefixes", wanted.ipv6Prefixes());
        fields.put("tags", wanted.tags());
    }

    @Override
    public Reading<CloudIntent> read(String text) {
        return Fields.read(
                text,
                VERSION,
                fields ->
                        new CloudIntent(new ClientToken(fields.text("token")), deed(fields), fields.instant("since")));
    }

    private static CloudDeed deed(Fields fields) {
        var deed = fields.text("deed");
        return switch (deed) {
            case "create" -> new CloudDeed.Create(wanted(fields));
            case "attach" -> new CloudDeed.Attach(eni(fields), berth(fields));
            case "detach" -> new CloudDeed.Detach(eni(fields), berth(fields));
            case "delete" -> new CloudDeed.Delete(eni(fields));
            case "assign" -> new CloudDeed.Assign(eni(fields), family(fields), fields.number("count"));
            case "assign-prefixes" -> new CloudDeed.AssignPrefixes(eni(fields), family(fields), fields.number("count"));
            case "unassign" -> new CloudDeed.Unassign(eni(fields), fields.ips("ips"));
            case "unassign-prefixes" ->
                new CloudDeed.UnassignPrefixes(
                        eni(fields),
                        fields.texts("prefixes").stream().map(IpPrefix::parse).toList());
            default -> throw new IllegalArgumentException("no deed is called " + deed);
        };
    }

    private static NewEni wanted(Fields fields) {
        return new NewEni(
                instance(fields),
                new VSwitchId(fields.text("vswitch")),
                // Records without it are of agents that took every ENI for a shared one when they read it again.
                fields.has("use") ? EniUse.valueOf(fields.text("use")) : EniUse.SHARED,
                fields.texts("groups").stream().map(SecurityGroupId::new).toList(),
                fields.number("ipv4"),
                fields.number("ipv6"),
                fields.number("ipv4-prefixes"),
                fields.number("ipv6-prefixes"),
                fields.textsByName("tags"));
    }

    private static EniId eni(Fields fields) {
        return new EniId(fields.text("eni"));
    }

    private static InstanceId instance(Fields fields) {
        return new InstanceId(fields.text("instance"));
    }

    private static Berth berth(Fields fields) {
        return fields.has("trunk")
                ? Berth.behind(new EniId(fields.text("trunk")), instance(fields))
                : Berth.at(instance(fields));
    }

    private static IpFamily family(Fields fields) {
        return IpFamily.valueOf(fields.text("family"));
    }
}
