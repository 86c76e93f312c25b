package io.github.terway4j.domain.datapath;

import java.util.Locale;

/** Kinds of links that not every kernel has. */
public enum LinkKind {
    IPVLAN,
    VLAN;

    /** The kernel's word for it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
