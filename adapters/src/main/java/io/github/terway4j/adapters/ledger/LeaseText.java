package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import java.util.LinkedHashMap;
import java.util.Optional;

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
        lease.terms().ifPresent(terms -> fields.put("terms", TermsText.write(terms)));
        return Json.write(fields);
    }

    @Override
    public Reading<Lease> read(String text) {
        return Fields.read(text, VERSION, LeaseText::lease);
    }

    private static Lease lease(Fields fields) {
        return new Lease(
                new AttachmentKey(fields.text("container"), new LinkName(fields.text("interface"))),
                new PodRef(fields.text("namespace"), fields.text("pod")),
                new EniId(fields.text("eni")),
                fields.addresses(),
                fields.instant("since"),
                fields.has("uid") ? fields.text("uid") : "",
                workload(fields),
                datapath(fields),
                fields.has("terms") ? Optional.of(TermsText.read(fields.object("terms"))) : Optional.empty());
    }

    /** There was one way of wiring before there was a choice. */
    private static DatapathKind datapath(Fields fields) {
        if (!fields.has("datapath")) {
            return DatapathKind.VETH_POLICY_ROUTE;
        }
        var text = fields.text("datapath");
        return DatapathKind.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "its pod is wired by %s, which is not known here".formatted(text)));
    }

    private static Workload workload(Fields fields) {
        return fields.has("kind") ? new Workload(fields.text("kind"), fields.isTrue("keeps")) : Workload.NONE;
    }
}
