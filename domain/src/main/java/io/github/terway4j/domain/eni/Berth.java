package io.github.terway4j.domain.eni;

import java.util.Optional;

/**
 * Where an ENI is attached: at an instance itself, or as a member behind one of its trunks (ECS API, AttachNetworkInterface,
 * {@code InstanceId} and {@code TrunkNetworkInstanceId}).
 *
 * @param trunk the ENI that a member rides on
 */
public record Berth(InstanceId instance, Optional<EniId> trunk) {
    public static Berth at(InstanceId instance) {
        return new Berth(instance, Optional.empty());
    }

    public static Berth behind(EniId trunk, InstanceId instance) {
        return new Berth(instance, Optional.of(trunk));
    }

    @Override
    public String toString() {
        return trunk.map(id -> "%s behind %s".formatted(instance, id)).orElseGet(instance::toString);
    }
}
