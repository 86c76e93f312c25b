package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.in.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result that a call brings along (CNI specification, section 3, {@code prevResult}): to ADD what plugins before us
 * have made, to CHECK what was made in all. Empty if there is none.
 */
record PreviousResult(ConfigObject result) {
    PreviousResult {
        result.list("interfaces");
        result.list("ips");
        result.list("routes");
        var version = result.text("cniVersion");
        if (version.isPresent() && version.flatMap(SpecVersion::of).isEmpty()) {
            throw result.refused("cniVersion", "supported are " + String.join(", ", SpecVersion.supported()));
        }
    }

    /** As a result of this version: before 1.0.0 an address says its family, and since then none does. */
    Map<String, Object> in(SpecVersion version) {
        var converted = new LinkedHashMap<String, Object>();
        converted.put("cniVersion", version.text());
        converted.putAll(result.fields());
        converted.put("cniVersion", version.text());
        if (has("ips")) {
            converted.put(
                    "ips",
                    result.objects("ips").stream()
                            .map(ip -> address(ip, version))
                            .toList());
        }
        return converted;
    }

    /** How many interfaces there are before ours. */
    int links() {
        return result.list("interfaces").size();
    }

    /** What it says of the pod's interface of this name. */
    Told told(LinkName name) {
        if (result.fields().isEmpty()) {
            return new Told.Nothing();
        }
        var links = has("interfaces") ? result.objects("interfaces") : List.<ConfigObject>of();
        for (int index = 0; index < links.size(); index++) {
            var link = links.get(index);
            // Links of the host have no sandbox. What those of the pod say there differs: a path, or a container's id.
            if (!link.text("sandbox").orElse("").isEmpty()
                    && link.text("name").orElse("").equals(name.text())) {
                return told(link, index);
            }
        }
        return new Told.OtherLinks();
    }

    static String number(IpFamily family) {
        return switch (family) {
            case V4 -> "4";
            case V6 -> "6";
        };
    }

    private Told told(ConfigObject link, int index) {
        var ips = has("ips") ? result.objects("ips") : List.<ConfigObject>of();
        return new Told.Link(
                ips.stream()
                        .filter(ip -> ip.field("interface").isPresent() && ip.number("interface") == index)
                        .map(ip -> read(ip, "address", InterfaceAddress::parse).ip())
                        .toList(),
                Optional.of(link)
                        .filter(known -> !known.text("mac").orElse("").isEmpty())
                        .map(known -> read(known, "mac", Mac::parse)),
                link.mtu());
    }

    private boolean has(String name) {
        return result.field(name).isPresent();
    }

    private static Map<String, Object> address(ConfigObject ip, SpecVersion version) {
        var converted = new LinkedHashMap<>(ip.fields());
        converted.remove("version");
        if (version.addressesSayTheirFamily()) {
            converted.put(
                    "version",
                    number(read(ip, "address", InterfaceAddress::parse).family()));
        }
        return converted;
    }

    private static <T> T read(ConfigObject object, String name, Function<String, T> parser) {
        try {
            return parser.apply(object.text(name).orElse(""));
        } catch (IllegalArgumentException malformed) {
            throw object.refused(name, String.valueOf(malformed.getMessage()));
        }
    }
}
