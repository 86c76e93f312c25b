package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import java.util.Optional;

/**
 * The parameters of AttachNetworkInterface.
 *
 * @param trunk "TrunkNetworkInstanceId": the trunk ENI that a member is to ride on; without it the ENI is attached to
 *     the instance itself
 * @param networkCard "NetworkCardIndex"
 */
public record AttachOrder(EniId eni, InstanceId instance, Optional<EniId> trunk, int networkCard) {
    public static AttachOrder to(InstanceId instance, EniId eni) {
        return new AttachOrder(eni, instance, Optional.empty(), 0);
    }

    public static AttachOrder behind(EniId trunk, InstanceId instance, EniId eni) {
        return new AttachOrder(eni, instance, Optional.of(trunk), 0);
    }
}
