package io.github.terway4j.domain.pod;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands on a pod for us, word for word: what it means is read here and not where it comes from. */
public record PodAnnotations(Map<String, String> byName) {
    public static final PodAnnotations NONE = new PodAnnotations(Map.of());

    /** Whether the pod wants its address back when it comes again. */
    public static final String KEEPS_ADDRESS = "k8s.aliyun.com/pod-ip-reservation";

    /** What we write ourselves: the pod's addresses, with a comma between. */
    public static final String SHOWN = "k8s.aliyun.com/pod-ips";

    private static final String OURS = "k8s.aliyun.com/";
    private static final List<String> YES = List.of("1", "t", "T", "true", "TRUE", "True");
    private static final List<String> NO = List.of("0", "f", "F", "false", "FALSE", "False", "");

    public PodAnnotations {
        byName = new TreeMap<>(byName);
    }

    /** As somebody would write them who wants this limit. */
    public static PodAnnotations of(BandwidthLimit limit) {
        var byName = new TreeMap<String, String>();
        for (var direction : Direction.values()) {
            var rate = limit.rate(direction);
            if (rate.limited()) {
                byName.put(
                        BandwidthAnnotation.ofKubernetes(direction).text(),
                        BigInteger.valueOf(rate.bytesPerSecond()).shiftLeft(3).toString());
            }
        }
        return new PodAnnotations(byName);
    }

    /** Whether an annotation of this name may say something to us; what we write ourselves does not. */
    public static boolean concernsUs(String name) {
        return (name.startsWith(OURS) && !name.equals(SHOWN))
                || Arrays.stream(BandwidthAnnotation.values())
                        .anyMatch(known -> known.text().equals(name));
    }

    /** As Terway reads it, by Go's strconv.ParseBool; a word that is none changes nothing. */
    public boolean keepsAddress() {
        return get(KEEPS_ADDRESS).filter(YES::contains).isPresent();
    }

    List<Complaint> keepingComplaints() {
        return get(KEEPS_ADDRESS)
                .filter(word -> !YES.contains(word) && !NO.contains(word))
                .map(word -> Complaint.about(KEEPS_ADDRESS, word, "is neither yes nor no", "it takes true or false"))
                .stream()
                .toList();
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The same, with this one as told; without it where it is told to be empty. */
    public PodAnnotations with(String name, Optional<String> value) {
        var changed = new TreeMap<>(byName);
        changed.remove(name);
        value.ifPresent(text -> changed.put(name, text));
        return new PodAnnotations(changed);
    }
}
