package io.github.terway4j.app.stage;

import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.util.List;
import java.util.Optional;

/** What instance types are known without asking a cloud: those that a simulated one has. */
public final class InstanceCatalogue {
    private final InstanceTypes types = InstanceTypes.known();

    public Optional<InstanceLimits> find(String name) {
        return types.find(name).map(InstanceType::limits);
    }

    /** In their order. */
    public List<String> names() {
        return types.all().stream().map(InstanceType::name).toList();
    }
}
