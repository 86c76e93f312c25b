package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;

/** What must be so before an ENI is made, attached, detached or deleted (ECS API, each action's preconditions). */
final class EniRules {
    private static final int MAX_SECURITY_GROUPS = 5;
    private static final int MAX_TAGS = 20;

    private final Estate estate;
    private int accountQuota;

    EniRules(Estate estate, int accountQuota) {
        this.estate = estate;
        this.accountQuota = accountQuota;
    }

    void accountQuota(int enis) {
        accountQuota = enis;
    }

    void checkCreate(EniOrder order) {
        checkBirth(order);
        if (estate.secondaryEnis() >= accountQuota) {
            throw new Objection(
                    ApiError.ACCOUNT_ENIS_EXCEEDED, "account", "the account may have %d ENIs".formatted(accountQuota));
        }
    }

    void checkBirth(EniOrder order) {
        var vSwitch = estate.vSwitch(order.vSwitch());
        if (order.securityGroups().isEmpty() || order.securityGroups().size() > MAX_SECURITY_GROUPS) {
            throw new Objection(
                    ApiError.INVALID_PARAMETER,
                    vSwitch.id(),
                    "an ENI has 1 to %d security groups, not %d"
                            .formatted(
                                    MAX_SECURITY_GROUPS, order.securityGroups().size()));
        }
        for (var group : order.securityGroups()) {
            if (!estate.vpcOf(group).equals(vSwitch.vpc())) {
                throw new Objection(
                        ApiError.VPC_MISMATCH, group, "%s and %s are of two VPCs".formatted(group, vSwitch.id()));
            }
        }
        if (order.tags().size() > MAX_TAGS) {
            throw new Objection(ApiError.TAGS_EXCEEDED, vSwitch.id(), "an ENI has at most %d tags".formatted(MAX_TAGS));
        }
        AddressRules.checkBirth(order);
        vSwitch.requireFree(IpFamily.V4, order.ipv4());
        vSwitch.requireFree(IpFamily.V6, order.ipv6());
    }

    void checkAttach(CloudEni eni, Instance instance) {
        if (eni.eni().kind() == EniKind.PRIMARY) {
            throw new Objection(ApiError.INVALID_ENI_TYPE, eni.id(), eni.id() + " is a primary ENI");
        }
        require(eni, eni.status() == EniStatus.AVAILABLE);
        var vSwitch = estate.vSwitch(eni.eni().vSwitch());
        if (!vSwitch.vpc().equals(instance.vpc())) {
            throw new Objection(
                    ApiError.VPC_MISMATCH, eni.id(), "%s and %s are of two VPCs".formatted(eni.id(), instance.id()));
        }
        if (!vSwitch.zone().equals(instance.zone())) {
            throw new Objection(
                    ApiError.ZONE_MISMATCH,
                    eni.id(),
                    "%s is in %s, %s in %s".formatted(eni.id(), vSwitch.zone(), instance.id(), instance.zone()));
        }
        if (estate.enisOf(instance.id()).size() >= instance.limits().enis()) {
            throw new Objection(
                    ApiError.INSTANCE_ENIS_EXCEEDED,
                    instance.id(),
                    "%s may have %d ENIs"
                            .formatted(instance.id(), instance.limits().enis()));
        }
        AddressRules.checkAttach(eni, instance);
    }

    void checkDetach(CloudEni eni, Instance instance) {
        if (eni.eni().kind() == EniKind.PRIMARY) {
            throw new Objection(ApiError.PRIMARY_ENI_STAYS, eni.id(), eni.id() + " is the primary ENI");
        }
        var inUse = eni.status() == EniStatus.IN_USE || eni.status() == EniStatus.DETACHING;
        require(eni, inUse && eni.attachedTo(instance.id()));
    }

    void checkDelete(CloudEni eni) {
        require(eni, eni.status() == EniStatus.AVAILABLE || eni.status() == EniStatus.DELETING);
    }

    static void require(CloudEni eni, boolean stateAllows) {
        if (!stateAllows) {
            throw new Objection(
                    ApiError.INVALID_ENI_STATE,
                    eni.id(),
                    "%s is %s%s"
                            .formatted(
                                    eni.id(),
                                    eni.status(),
                                    eni.instance()
                                            .map(instance -> " of " + instance)
                                            .orElse("")));
        }
    }
}
