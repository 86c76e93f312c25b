package io.github.terway4j.domain.pod;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose packets leave a shared ENI before whose, by the annotation {@value #ANNOTATION}. */
public enum NetworkPriority {
    GUARANTEED("guaranteed"),
    /** Of a pod that says nothing. */
    BURSTABLE("burstable"),
    BEST_EFFORT("best-effort");

    public static final String ANNOTATION = "k8s.aliyun.com/network-priority";

    private final String text;

    NetworkPriority(String text) {
        this.text = text;
    }

    /** Empty of a word that is none. */
    static Optional<NetworkPriority> of(String word) {
        return Arrays.stream(values())
                .filter(priority -> priority.text.equals(word))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(priority -> priority.text).collect(Collectors.joining(", "));
    }
}
