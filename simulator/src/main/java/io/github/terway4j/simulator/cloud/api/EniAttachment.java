package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import java.util.Optional;

/**
 * Where an ENI is attached, or on its way in or out ("Attachment").
 *
 * @param trunk the ENI that it rides on, if it is a member
 * @param deviceIndex the member's VLAN id; of other ENIs their place on the instance, 0 for the primary one
 */
public record EniAttachment(InstanceId instance, Optional<EniId> trunk, int deviceIndex, int networkCard) {}
