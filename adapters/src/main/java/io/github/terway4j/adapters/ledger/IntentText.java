package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.domain.eni.EniId;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
            case CloudDeed.Attach(var eni, var instance) -> write("attach", eni, "instance", instance.text(), fields);
            case CloudDeed.Detach(var eni, var instance) -> write("detach", eni, "instance", instance.text(), fields);
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

    private static void write(String deed, EniId eni, Map<String, Object> fields) {
        fields.put("deed", deed);
        fields.put("eni", eni.text());
    }

    private static void write(NewEni wanted, Map<String, Object> fields) {
        fields.put("instance", wanted.instance().text());
        fields.put("vswitch", wanted.vSwitch().text());
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
        try {
            var fields = Json.readObject(text);
            var version = fields.get("v");
            if (!Long.valueOf(VERSION).equals(version)) {
                return new Reading.Refused<>(
                        "it is of version %s, and only version %d is known".formatted(version, VERSION));
            }
            return new Reading.Read<>(new CloudIntent(
                    new ClientToken(text(fields, "token")), deed(fields), Instant.parse(text(fields, "since"))));
        } catch (JsonException | IllegalArgumentException | DateTimeException refused) {
            return new Reading.Refused<>(String.valueOf(refused.getMessage()));
        }
    }

    private static CloudDeed deed(Map<String, Object> fields) {
        var deed = text(fields, "deed");
        return switch (deed) {
            case "create" -> new CloudDeed.Create(wanted(fields));
            case "attach" -> new CloudDeed.Attach(eni(fields), instance(fields));
            case "detach" -> new CloudDeed.Detach(eni(fields), instance(fields));
            case "delete" -> new CloudDeed.Delete(eni(fields));
            case "assign" -> new CloudDeed.Assign(eni(fields), family(fields), number(fields, "count"));
            case "assign-prefixes" ->
                new CloudDeed.AssignPrefixes(eni(fields), family(fields), number(fields, "count"));
            case "unassign" ->
                new CloudDeed.Unassign(
                        eni(fields),
                        texts(fields, "ips").stream().map(Ip::parse).toList());
            case "unassign-prefixes" ->
                new CloudDeed.UnassignPrefixes(
                        eni(fields),
                        texts(fields, "prefixes").stream().map(IpPrefix::parse).toList());
            default -> throw new IllegalArgumentException("no deed is called " + deed);
        };
    }

    private static NewEni wanted(Map<String, Object> fields) {
        return new NewEni(
                instance(fields),
                new VSwitchId(text(fields, "vswitch")),
                texts(fields, "groups").stream().map(SecurityGroupId::new).toList(),
                number(fields, "ipv4"),
                number(fields, "ipv6"),
                number(fields, "ipv4-prefixes"),
                number(fields, "ipv6-prefixes"),
                tags(fields));
    }

    private static EniId eni(Map<String, Object> fields) {
        return new EniId(text(fields, "eni"));
    }

    private static InstanceId instance(Map<String, Object> fields) {
        return new InstanceId(text(fields, "instance"));
    }

    private static IpFamily family(Map<String, Object> fields) {
        return IpFamily.valueOf(text(fields, "family"));
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("\"%s\" is not a text".formatted(name));
    }

    private static int number(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Long number) {
            return Math.toIntExact(number);
        }
        throw new IllegalArgumentException("\"%s\" is not a number".formatted(name));
    }

    private static List<String> texts(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new IllegalArgumentException("\"%s\" is not a list".formatted(name));
    }

    private static Map<String, String> tags(Map<String, Object> fields) {
        if (fields.get("tags") instanceof Map<?, ?> map) {
            var tags = new TreeMap<String, String>();
            map.forEach((key, value) -> tags.put(String.valueOf(key), String.valueOf(value)));
            return tags;
        }
        throw new IllegalArgumentException("\"tags\" are not an object");
    }
}
