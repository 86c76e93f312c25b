package io.github.terway4j.domain.dropin;

import io.github.terway4j.domain.net.Mac;
import java.util.List;

/**
 * What has to be known of a machine before its ENIs can be told from its own device.
 *
 * @param product the number that the hardware gives for itself (DMI, {@code product_uuid}): no two machines have the same
 * @param primary the MAC of the node's own device
 * @param spared the MACs of further devices that are others' to set up
 */
public record Machine(String product, Mac primary, List<Mac> spared) {
    public Machine {
        if (!product.matches("[0-9a-zA-Z-]{8,64}")) {
            throw new IllegalArgumentException("\"%s\" is not the number of a product".formatted(product));
        }
        spared = spared.stream().distinct().sorted().toList();
    }
}
