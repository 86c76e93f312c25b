package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Burst;
import io.github.terway4j.domain.pod.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The network configuration on stdin, as far as the node's wiring hears it from the runtime. Other keys are left alone:
 * they are read elsewhere, or by others in the chain.
 */
record NetworkConfig(ConfigObject top) {
    private static final Mtu USUAL_MTU = new Mtu(1500);
    private static final String VALID_ATTACHMENTS = "cni.dev/valid-attachments";

    static NetworkConfig read(String stdin) {
        try {
            return new NetworkConfig(new ConfigObject("", Json.readObject(stdin)));
        } catch (JsonException malformed) {
            throw new Refused(CniError.undecodable(String.valueOf(malformed.getMessage())));
        }
    }

    SpecVersion version() {
        var text = top.text("cniVersion").orElse("");
        return SpecVersion.of(text)
                .orElseThrow(() -> new Refused(CniError.incompatibleVersion(
                        text.isEmpty() ? "cniVersion is missing" : "cniVersion %s is not supported".formatted(text),
                        "supported are " + String.join(", ", SpecVersion.supported()))));
    }

    /** 1500 where it is left out or 0, as Terway has it. */
    Mtu mtu() {
        long bytes = top.number("mtu");
        if (bytes == 0) {
            return USUAL_MTU;
        }
        try {
            return new Mtu(Math.toIntExact(bytes));
        } catch (IllegalArgumentException | ArithmeticException outside) {
            throw top.refused("mtu", "an MTU is 68 to 65535 bytes");
        }
    }

    /**
     * Refuses a way of wiring that is not served, before a pod is wired by another than its operator wrote. As in Terway,
     * case does not matter, and {@code datapathv2} is wired like {@code veth}: what it adds is chained behind us.
     */
    void mustBeServed() {
        var wanted = top.text("eniip_virtual_type").orElse("").toLowerCase(Locale.ROOT);
        switch (wanted) {
            case "", "veth", "datapathv2" -> {}
            case "ipvlan" -> throw top.refused("eniip_virtual_type", "pods are not wired by IPvlan here");
            default -> throw top.refused("eniip_virtual_type", "it takes veth or datapathv2");
        }
    }

    /** The limits of the capability "bandwidth", in bits and bits per second. */
    BandwidthLimit bandwidth() {
        var bandwidth = top.object("runtimeConfig").object("bandwidth");
        return new BandwidthLimit(
                rate(bandwidth, "ingressRate"),
                rate(bandwidth, "egressRate"),
                Burst.ofBits(bandwidth.number("ingressBurst")),
                Burst.ofBits(bandwidth.number("egressBurst")));
    }

    private static Rate rate(ConfigObject bandwidth, String name) {
        long bits = bandwidth.number(name);
        return bits <= 0 ? Rate.UNLIMITED : Rate.ofBitsPerSecond(bits);
    }

    /** Must be there: if it were taken to be empty when it is missing, all pods of the node would lose their network. */
    List<AttachmentKey> validAttachments() {
        var keys = new ArrayList<AttachmentKey>();
        for (var attachment : top.objects(VALID_ATTACHMENTS)) {
            var containerId = attachment.text("containerID").orElse("");
            var interfaceName = attachment.text("ifname").orElse("");
            try {
                keys.add(new AttachmentKey(containerId, new LinkName(interfaceName)));
            } catch (IllegalArgumentException refused) {
                throw attachment.refused(String.valueOf(refused.getMessage()));
            }
        }
        return keys;
    }

    /** What plugins before us in the chain have made; empty if there are none. */
    Map<String, Object> previousResult() {
        var previous = top.object("prevResult");
        for (var name : List.of("interfaces", "ips", "routes")) {
            previous.list(name);
        }
        return previous.fields();
    }
}
