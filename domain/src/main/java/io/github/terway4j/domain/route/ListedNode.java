package io.github.terway4j.domain.route;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * A node as the cluster lists it.
 *
 * @param providerId the cloud's name of its machine as {@code REGION.INSTANCE}, perhaps behind {@code alicloud://} (Kubernetes,
 *     {@code Node.spec.providerID}); empty as long as nobody has written it
 * @param blocks addresses for its pods ({@code Node.spec.podCIDRs}), at most one of each family; none as long as nobody has
 *     allotted any
 */
public record ListedNode(String name, String providerId, List<Cidr> blocks) {
    public ListedNode {
        blocks = List.copyOf(blocks);
    }

    public Optional<InstanceId> instance() {
        var dot = providerId.lastIndexOf('.');
        return Optional.of(providerId.substring(dot + 1))
                .filter(text -> dot >= 0 && !text.isBlank())
                .map(InstanceId::new);
    }
}
