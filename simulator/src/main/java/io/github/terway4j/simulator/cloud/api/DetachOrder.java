package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import java.util.Optional;

/**
 * The parameters of DetachNetworkInterface.
 *
 * @param trunk "TrunkNetworkInstanceId": where it is given, it must be the one that the ENI rides on
 */
public record DetachOrder(EniId eni, InstanceId instance, Optional<EniId> trunk) {}
