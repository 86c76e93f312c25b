package io.github.terway4j.domain.pod;

import io.github.terway4j.domain.net.LinkName;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What the container runtime calls one attachment: a sandbox and an interface in it (CNI specification, section 2:
 * "a unique attachment is identified by the container ID and interface name").
 */
public record AttachmentKey(String containerId, LinkName interfaceName) implements Comparable<AttachmentKey> {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Comparator<AttachmentKey> ORDER =
            Comparator.comparing(AttachmentKey::containerId).thenComparing(AttachmentKey::interfaceName);

    public AttachmentKey {
        if (!ALLOWED.matcher(containerId).matches()) {
            throw new IllegalArgumentException(
                    "container id '%s' must begin with a letter or digit, followed by letters, digits, '_', '.' or '-'"
                            .formatted(containerId));
        }
    }

    @Override
    public int compareTo(AttachmentKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return containerId + "/" + interfaceName;
    }
}
