package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A lease as text that names its version: {@code {"v":1,"container":…,"interface":…,…}}. The key is in it, so that a
 * record under another's key is noticed. What was added to a version may be missing, and what it does not know is passed
 * over, so that an agent and the one before it read each other's records.
 */
final class LeaseText implements RecordText<AttachmentKey, Lease> {
    private static final long VERSION = 1;

    @Override
    public AttachmentKey key(Lease lease) {
        return lease.key();
    }

    @Override
    public String write(Lease lease) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("v", VERSION);
        fields.put("container", lease.key().containerId());
        fields.put("interface", lease.key().interfaceName().text());
        fields.put("namespace", lease.pod().namespace());
        fields.put("pod", lease.pod().name());
        fields.put("eni", lease.eni().text());
        fields.put("ips", lease.addresses().map(Ip::toString).all());
        fields.put("since", lease.since().toString());
        fields.put("uid", lease.podUid());
        fields.put("kind", lease.workload().kind());
        fields.put("keeps", lease.workload().keepsAddress());
        fields.put("datapath", lease.datapath().text());
        return Json.write(fields);
    }

    @Override
    public Reading<Lease> read(String text) {
        try {
            var fields = Json.readObject(text);
            var version = fields.get("v");
            if (!Long.valueOf(VERSION).equals(version)) {
                return new Reading.Refused<>(
                        "it is of version %s, and only version %d is known".formatted(version, VERSION));
            }
            return new Reading.Read<>(lease(fields));
        } catch (JsonException | IllegalArgumentException | DateTimeException refused) {
            return new Reading.Refused<>(String.valueOf(refused.getMessage()));
        }
    }

    private static Lease lease(Map<String, Object> fields) {
        return new Lease(
                new AttachmentKey(text(fields, "container"), new LinkName(text(fields, "interface"))),
                new PodRef(text(fields, "namespace"), text(fields, "pod")),
                new EniId(text(fields, "eni")),
                DualStack.ofIps(ips(fields)),
                Instant.parse(text(fields, "since")),
                fields.containsKey("uid") ? text(fields, "uid") : "",
                workload(fields),
                datapath(fields));
    }

    /** There was one way of wiring before there was a choice. */
    private static DatapathKind datapath(Map<String, Object> fields) {
        if (!fields.containsKey("datapath")) {
            return DatapathKind.VETH_POLICY_ROUTE;
        }
        var text = text(fields, "datapath");
        return DatapathKind.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "its pod is wired by %s, which is not known here".formatted(text)));
    }

    private static Workload workload(Map<String, Object> fields) {
        return fields.containsKey("kind")
                ? new Workload(text(fields, "kind"), Boolean.TRUE.equals(fields.get("keeps")))
                : Workload.NONE;
    }

    private static List<Ip> ips(Map<String, Object> fields) {
        if (fields.get("ips") instanceof List<?> ips) {
            return ips.stream().map(ip -> Ip.parse(ip.toString())).toList();
        }
        throw new IllegalArgumentException("\"ips\" is not a list");
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("\"%s\" is not a text".formatted(name));
    }
}
