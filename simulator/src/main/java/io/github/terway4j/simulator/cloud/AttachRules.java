package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.DetachOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.TrafficMode;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.util.List;
import java.util.function.Predicate;

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
        var there = estate.enisOf(instance.id());
        order.trunk()
                .ifPresentOrElse(
                        trunk -> checkMember(eni, estate.eni(trunk), instance), () -> checkOwn(eni, there, instance));
        limit(instance, there, _ -> true, instance.limits().totalEnis(), "ENIs with members");
        if (eni.traffic() == TrafficMode.HIGH_PERFORMANCE) {
            limit(instance, there, AttachRules::carriesRdma, instance.limits().erdmaEnis(), "ENIs for RDMA");
        }
        AddressRules.checkAttach(eni, instance);
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

    /** Directly on the instance; a trunk only where the type has any, and one of them. */
    private static void checkOwn(CloudEni eni, List<CloudEni> there, Instance instance) {
        limit(instance, there, AttachRules::isOwn, instance.limits().enis(), "ENIs");
        if (eni.eni().kind() == EniKind.TRUNK) {
            if (!instance.limits().trunk()) {
                throw typeMismatch(
                        eni,
                        "%s is a %s, which has no trunk"
                                .formatted(instance.id(), instance.type().name()));
            }
            limit(instance, there, other -> other.eni().kind() == EniKind.TRUNK, 1, "trunk");
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

    private static void limit(
            Instance instance, List<CloudEni> there, Predicate<CloudEni> counts, int most, String what) {
        if (there.stream().filter(counts).count() >= most) {
            throw new Objection(
                    ApiError.INSTANCE_ENIS_EXCEEDED,
                    instance.id(),
                    "%s may have %d %s".formatted(instance.id(), most, what));
        }
    }

    private static boolean isOwn(CloudEni eni) {
        return eni.trunk().isEmpty();
    }

    private static boolean carriesRdma(CloudEni eni) {
        return eni.traffic() == TrafficMode.HIGH_PERFORMANCE;
    }

    private static Objection typeMismatch(CloudEni eni, String words) {
        return new Objection(ApiError.INVALID_ENI_TYPE, eni.id(), words);
    }
}
