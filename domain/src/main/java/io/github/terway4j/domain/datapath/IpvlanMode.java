package io.github.terway4j.domain.datapath;

/** How an IPvlan's slaves send (Documentation/networking/ipvlan.rst). We make only the first kind. */
public enum IpvlanMode {
    L2,
    L3,
    L3S
}
