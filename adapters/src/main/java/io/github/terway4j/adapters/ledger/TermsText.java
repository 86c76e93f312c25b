package io.github.terway4j.adapters.ledger;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Waiting;
import io.github.terway4j.domain.lease.Terms;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Burst;
import io.github.terway4j.domain.pod.Rate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The terms of a lease as a part of its text; what is unlimited or unsaid is left out. */
final class TermsText {
    private TermsText() {}

    static Map<String, Object> write(Terms terms) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("netns", terms.netns().path());
        fields.put("mtu", (long) terms.mtu().bytes());
        fields.put("waiting", terms.waiting().name().toLowerCase(Locale.ROOT));
        fields.put("runtimes", limit(terms.runtimes()));
        fields.put("limit", limit(terms.limit()));
        return fields;
    }

    static Terms read(Fields fields) {
        return new Terms(
                new NetNs(fields.text("netns")),
                new Mtu(fields.number("mtu")),
                limit(fields.object("runtimes")),
                limit(fields.object("limit")),
                Waiting.valueOf(fields.text("waiting").toUpperCase(Locale.ROOT)));
    }

    /** In bytes and bytes per second. */
    private static Map<String, Object> limit(BandwidthLimit limit) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "ingress", limit.ingress());
        put(fields, "egress", limit.egress());
        put(fields, "ingressBurst", limit.ingressBurst());
        put(fields, "egressBurst", limit.egressBurst());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Rate rate) {
        if (rate.limited()) {
            fields.put(name, rate.bytesPerSecond());
        }
    }

    private static void put(Map<String, Object> fields, String name, Burst burst) {
        if (burst.said()) {
            fields.put(name, burst.bytes());
        }
    }

    private static BandwidthLimit limit(Fields fields) {
        return new BandwidthLimit(
                rate(fields, "ingress"),
                rate(fields, "egress"),
                burst(fields, "ingressBurst"),
                burst(fields, "egressBurst"));
    }

    private static Rate rate(Fields fields, String name) {
        return fields.has(name) ? new Rate(fields.large(name)) : Rate.UNLIMITED;
    }

    private static Burst burst(Fields fields, String name) {
        return fields.has(name) ? new Burst(fields.large(name)) : Burst.UNSAID;
    }
}
