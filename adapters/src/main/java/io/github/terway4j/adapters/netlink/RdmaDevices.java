package io.github.terway4j.adapters.netlink;

import io.github.terway4j.domain.net.Mac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * RDMA devices, as the kernel shows them below {@code /sys/class/infiniband}. One that belongs to network hardware has an
 * identity that is made of its hardware address (RFC 4291, appendix A).
 */
final class RdmaDevices {
    private final Path shown;

    RdmaDevices(Path shown) {
        this.shown = shown;
    }

    Optional<String> of(Mac hardware) throws IOException {
        if (!Files.isDirectory(shown)) {
            return Optional.empty();
        }
        var wanted = identity(hardware);
        try (var devices = Files.list(shown)) {
            for (var device : (Iterable<Path>) devices.sorted()::iterator) {
                if (wanted.equals(Files.readString(device.resolve("node_guid")).strip())) {
                    return Optional.of(device.getFileName().toString());
                }
            }
        }
        return Optional.empty();
    }

    /** As the kernel writes it: {@code 0216:3eff:fe00:0001}. */
    static String identity(Mac mac) {
        long identity = mac.interfaceIdentifier();
        return "%04x:%04x:%04x:%04x"
                .formatted(identity >>> 48, (identity >>> 32) & 0xffff, (identity >>> 16) & 0xffff, identity & 0xffff);
    }
}
