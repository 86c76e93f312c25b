package io.github.terway4j.domain.dropin;

import java.util.List;
import java.util.stream.Stream;

/**
 * What distributions bring along to set up each new device by themselves, and Terway's start script takes away. It is told,
 * and left to the operator: it is not ours, and the node's own device may rest on it.
 */
public enum Rival {
    ENI_RULES("61-eni.rules", "udev has a script set up each new ENI"),
    NET_RULES("60-net.rules", "udev renames devices by what ifcfg files say"),
    PERSISTENT_NAMES("75-persistent-net-generator.rules", "udev writes down the name of each new device"),
    ENI_SERVICE("eni.service", "a service sets up ENIs at boot");

    private final String file;
    private final String words;

    Rival(String file, String words) {
        this.file = file;
        this.words = words;
    }

    public String file() {
        return file;
    }

    public String words() {
        return words;
    }

    /** Where it lies, any of these. */
    public List<String> places() {
        return switch (this) {
            case ENI_SERVICE -> List.of("etc/systemd/system/multi-user.target.wants/eni.service");
            case ENI_RULES, NET_RULES, PERSISTENT_NAMES ->
                Stream.of("etc/udev/rules.d/", "usr/lib/udev/rules.d/", "lib/udev/rules.d/")
                        .map(folder -> folder + file)
                        .toList();
        };
    }

    /** What an operator can do, who knows that the node's own device does without. */
    public String remedy() {
        return switch (this) {
            case ENI_SERVICE -> "systemctl disable eni.service";
            case ENI_RULES, NET_RULES, PERSISTENT_NAMES -> "ln -sf /dev/null /etc/udev/rules.d/" + file;
        };
    }
}
