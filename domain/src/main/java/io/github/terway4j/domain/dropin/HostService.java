package io.github.terway4j.domain.dropin;

import java.util.List;

/** Who else would set up a node's network devices, and reads what is dropped in for it. */
public enum HostService {
    UDEV("udev", "it sees the change by itself"),
    NETWORKD("systemd-networkd", "\"networkctl reload\" has it read them, or the next boot"),
    NETWORK_MANAGER("NetworkManager", "\"nmcli general reload\" has it read them, or the next boot"),
    SYSCTL("systemd-sysctl", "it reads it when the next device comes");

    private final String word;
    private final String reload;

    HostService(String word, String reload) {
        this.word = word;
        this.reload = reload;
    }

    public String word() {
        return word;
    }

    /** How it comes to know of a change. */
    public String reload() {
        return reload;
    }

    /** Paths below the host's root; the service is there if any of them is. */
    public List<String> signs() {
        return switch (this) {
            case UDEV -> List.of("usr/lib/udev", "lib/udev", "etc/udev");
            case NETWORKD ->
                List.of("usr/lib/systemd/systemd-networkd", "lib/systemd/systemd-networkd", "etc/systemd/network");
            case NETWORK_MANAGER -> List.of("usr/sbin/NetworkManager", "etc/NetworkManager");
            case SYSCTL -> List.of("usr/lib/systemd/systemd-sysctl", "lib/systemd/systemd-sysctl", "etc/sysctl.d");
        };
    }
}
