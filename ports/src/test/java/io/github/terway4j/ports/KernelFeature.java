package io.github.terway4j.ports;

/** What some kernels lack, by the names that {@code deploy/test/kernel-features.sh} has for it. */
public enum KernelFeature {
    IPVLAN("ipvlan"),
    VLAN("vlan"),
    SKBEDIT("skbedit"),
    VLAN_ACTION("vlan-action"),
    MIRRED("mirred"),
    PRIO("prio"),
    FQ("fq");

    private final String word;

    KernelFeature(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
