package io.github.terway4j.domain.datapath;

import java.util.Locale;
import java.util.Optional;

/** What connects a pod to a shared ENI, as operators choose it (Terway's {@code eniip_virtual_type}). */
public enum VirtualType {
    /** A veth pair. What Terway calls {@code datapathv2} is wired by one, too, and what it adds is chained behind. */
    VETH,

    /** An IPvlan slave of the ENI. */
    IPVLAN;

    public static final String WORDS = "veth, datapathv2 or ipvlan";

    /** As operators write it; case does not matter. */
    public static Optional<VirtualType> of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "veth", "datapathv2" -> Optional.of(VETH);
            case "ipvlan" -> Optional.of(IPVLAN);
            default -> Optional.empty();
        };
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
