package io.github.terway4j.features.stage;

import io.github.terway4j.domain.net.IpFamily;
import java.time.Duration;
import java.util.List;

/**
 * A node before it is there.
 *
 * @param enis for pods
 * @param least addresses that stand idle, and at most so many
 */
public record NodeShape(
        String name, int enis, int addressesPerEni, int least, int most, List<IpFamily> families, Duration rest) {
    public NodeShape {
        families = List.copyOf(families);
    }

    /** Room for 30 pods; 2 to 5 addresses idle; IPv4; an address rests for half a minute. */
    public static NodeShape usual(String name) {
        return new NodeShape(name, 3, 10, 2, 5, List.of(IpFamily.V4), Duration.ofSeconds(30));
    }

    public NodeShape withRoom(int newEnis, int newAddressesPerEni) {
        return new NodeShape(name, newEnis, newAddressesPerEni, least, most, families, rest);
    }

    public NodeShape keeping(int newLeast, int newMost) {
        return new NodeShape(name, enis, addressesPerEni, newLeast, newMost, families, rest);
    }

    public NodeShape dualStack() {
        return new NodeShape(name, enis, addressesPerEni, least, most, List.of(IpFamily.V4, IpFamily.V6), rest);
    }

    public NodeShape resting(Duration newRest) {
        return new NodeShape(name, enis, addressesPerEni, least, most, families, newRest);
    }
}
