package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.domain.datapath.EniQueueing;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Burst;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.in.AttachRequest;
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
        return top.mtu().orElse(USUAL_MTU);
    }

    /** What it says of the wiring. A way that nobody serves is refused, before a pod is wired by another than was written. */
    AttachRequest.Configured wiring() {
        var type = top.text("eniip_virtual_type")
                .filter(text -> !text.isEmpty())
                .map(text -> VirtualType.of(text)
                        .orElseThrow(() -> top.refused("eniip_virtual_type", "it takes " + VirtualType.WORDS)));
        return new AttachRequest.Configured(type, hostStack(), queueing());
    }

    private List<Cidr> hostStack() {
        var blocks = new ArrayList<Cidr>();
        for (var value : top.list("host_stack_cidrs")) {
            var words = "each of it must be a block such as 169.254.20.10/32";
            if (!(value instanceof String text)) {
                throw top.refused("host_stack_cidrs", words);
            }
            try {
                blocks.add(Cidr.parse(text));
            } catch (IllegalArgumentException malformed) {
                throw top.refused("host_stack_cidrs", "%s, but %s".formatted(words, malformed.getMessage()));
            }
        }
        return blocks;
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

    /** An ENI's packets wait in one way: who wants two is refused, before pods undo each other's. */
    private EniQueueing queueing() {
        boolean byPriority = top.isTrue("enable_network_priority");
        boolean paced = switch (top.text("bandwidth_mode").orElse("").toLowerCase(Locale.ROOT)) {
            case "", "tc" -> false;
            case "edt" -> true;
            default -> throw top.refused("bandwidth_mode", "it takes tc or edt");
        };
        if (byPriority && paced) {
            throw top.refused(
                    "bandwidth_mode", "where enable_network_priority is true, an ENI's packets cannot be paced, too");
        }
        return byPriority ? EniQueueing.BY_PRIORITY : paced ? EniQueueing.PACED : EniQueueing.AS_IT_IS;
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

    /** What other plugins of the chain have made; or, to CHECK, what came of the whole chain. */
    PreviousResult previousResult() {
        return new PreviousResult(top.object("prevResult"));
    }

    /** What the configuration, or the runtime in its stead, says of name servers; empty if nothing. */
    Map<String, Object> dns() {
        var runtimes = top.object("runtimeConfig").object("dns").fields();
        return runtimes.isEmpty() ? top.object("dns").fields() : runtimes;
    }
}
