package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of the CNI specification that we speak, the oldest first, and what sets them apart for us. */
enum SpecVersion {
    V0_3_0("0.3.0"),
    V0_3_1("0.3.1"),
    /** Brings CHECK. */
    V0_4_0("0.4.0"),
    /** An address does not say its family any more. */
    V1_0_0("1.0.0"),
    /** Brings GC and STATUS; an interface says its MTU. */
    V1_1_0("1.1.0");

    private final String text;

    SpecVersion(String text) {
        this.text = text;
    }

    static Optional<SpecVersion> of(String text) {
        return Arrays.stream(values())
                .filter(version -> version.text.equals(text))
                .findFirst();
    }

    static SpecVersion newest() {
        return values()[values().length - 1];
    }

    static List<String> supported() {
        return Arrays.stream(values()).map(SpecVersion::text).toList();
    }

    /** The version to answer a call in that cannot be read: its own if it names one that we speak, else the newest. */
    static SpecVersion toAnswer(String stdin) {
        try {
            return Json.readObject(stdin).get("cniVersion") instanceof String text
                    ? of(text).orElse(newest())
                    : newest();
        } catch (JsonException unreadable) {
            return newest();
        }
    }

    String text() {
        return text;
    }

    boolean addressesSayTheirFamily() {
        return compareTo(V1_0_0) < 0;
    }

    boolean interfacesSayTheirMtu() {
        return compareTo(V1_1_0) >= 0;
    }
}
