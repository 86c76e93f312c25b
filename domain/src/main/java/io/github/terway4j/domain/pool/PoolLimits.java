package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/**
 * What the instance and the operator allow.
 *
 * @param maxEnis secondary ENIs
 * @param addressesPerEni of each family, the primary address included
 * @param families what every pod gets an address of, IPv4 among them
 * @param pace how much the cloud takes at once
 */
public record PoolLimits(int maxEnis, int addressesPerEni, List<IpFamily> families, Pace pace) {
    public PoolLimits {
        families = List.copyOf(families);
        if (maxEnis < 0 || addressesPerEni < 1 || !families.contains(IpFamily.V4)) {
            throw new IllegalArgumentException(
                    "a pool needs maxEnis >= 0, addressesPerEni >= 1 and IPv4, but got %d, %d and %s"
                            .formatted(maxEnis, addressesPerEni, families));
        }
    }

    public PoolLimits(int maxEnis, int addressesPerEni, List<IpFamily> families) {
        this(maxEnis, addressesPerEni, families, Pace.ECS);
    }

    /** How many pods the node can hold at most. */
    public int capacity() {
        return maxEnis * podsPerEni();
    }

    /** How many pods one ENI can hold at most. */
    public int podsPerEni() {
        return addressesPerEni;
    }
}
