package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.DetachOrder;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.util.ArrayList;

/** What must be so before an ENI comes to an instance, or leaves it (ECS API, Attach- and DetachNetworkInterface). */
final class AttachRules {
    private final Estate estate;

    AttachRules(Estate estate) {
        this.estate = estate;
    }

    void checkAttach(CloudEni eni, Instance instance, AttachOrder order) {
        if (eni.eni().kind() == EniKind.PRIMARY) {
            throw typeMismatch(eni, eni.id() + " is a primary ENI");
        }
        EniRules.require(eni, eni.status() == EniStatus.AVAILABLE);
        InstanceRules.requireAtRest(instance);
        checkPlace(eni, instance);
        if (order.networkCard() < 0 || order.networkCard() >= instance.type().networkCards()) {
            throw new Objection(
                    ApiError.INVALID_PARAMETER,
                    instance.id(),
                    "%s has %d network cards, and none at %d"
                            .formatted(instance.id(), instance.type().networkCards(), order.networkCard()));
        }
        order.trunk().ifPresent(trunk -> checkMember(eni, estate.eni(trunk), instance));
        var all = new ArrayList<>(estate.enisOf(instance.id()));
        all.add(eni.attached(new EniAttachment(instance.id(), order.trunk(), 0, order.networkCard())));
        EniLimits.check(instance, all);
    }

    void checkDetach(CloudEni eni, Instance instance, DetachOrder order) {
        if (eni.eni().kind() == EniKind.PRIMARY) {
            throw new Objection(ApiError.PRIMARY_ENI_STAYS, eni.id(), eni.id() + " is the primary ENI");
        }
        var inUse = eni.status() == EniStatus.IN_USE || eni.status() == EniStatus.DETACHING;
        EniRules.require(eni, inUse && eni.attachedTo(instance.id()));
        InstanceRules.requireAtRest(instance);
        if (order.trunk().isPresent() && !order.trunk().equals(eni.trunk())) {
            throw new Objection(
                    ApiError.INVALID_PARAMETER,
                    eni.id(),
                    "%s does not ride on %s".formatted(eni.id(), order.trunk().get()));
        }
        if (!eni.members().isEmpty()) {
            throw new Objection(
                    ApiError.MEMBERS_ATTACHED, eni.id(), "%s carries %s".formatted(eni.id(), eni.members()));
        }
    }

    private void checkPlace(CloudEni eni, Instance instance) {
        if (!eni.vpc().equals(instance.vpc())) {
            throw new Objection(
                    ApiError.VPC_MISMATCH, eni.id(), "%s and %s are of two VPCs".formatted(eni.id(), instance.id()));
        }
        if (!eni.zone().equals(instance.zone())) {
            throw new Objection(
                    ApiError.ZONE_MISMATCH,
                    eni.id(),
                    "%s is in %s, %s in %s".formatted(eni.id(), eni.zone(), instance.id(), instance.zone()));
        }
    }

    private static void checkMember(CloudEni eni, CloudEni trunk, Instance instance) {
        if (eni.eni().kind() != EniKind.SECONDARY) {
            throw typeMismatch(
                    eni,
                    "%s is a %s and rides on nothing"
                            .formatted(eni.id(), eni.eni().kind()));
        }
        if (trunk.eni().kind() != EniKind.TRUNK) {
            throw typeMismatch(trunk, "%s is no trunk".formatted(trunk.id()));
        }
        EniRules.require(trunk, trunk.status() == EniStatus.IN_USE && trunk.attachedTo(instance.id()));
    }

    private static Objection typeMismatch(CloudEni eni, String words) {
        return new Objection(ApiError.INVALID_ENI_TYPE, eni.id(), words);
    }
}
