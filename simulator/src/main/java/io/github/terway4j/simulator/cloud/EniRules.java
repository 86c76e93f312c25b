package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;

/** What must be so before an ENI is made, changed or deleted (ECS API, each action's preconditions). */
final class EniRules {
    private final Estate estate;
    private final GroupRules groups;
    private final Exhaustion exhaustion;
    private int accountQuota;

    EniRules(Estate estate, GroupRules groups, Exhaustion exhaustion, int accountQuota) {
        this.estate = estate;
        this.groups = groups;
        this.exhaustion = exhaustion;
        this.accountQuota = accountQuota;
    }

    void accountQuota(int enis) {
        accountQuota = enis;
    }

    void checkCreate(EniOrder order) {
        if (order.kind() != EniKind.SECONDARY && order.kind() != EniKind.TRUNK) {
            throw new Objection(ApiError.INVALID_PARAMETER, order.vSwitch(), "secondary or trunk, not " + order.kind());
        }
        checkBirth(order);
        if (estate.secondaryEnis() >= accountQuota) {
            throw new Objection(
                    ApiError.ACCOUNT_ENIS_EXCEEDED, "account", "the account may have %d ENIs".formatted(accountQuota));
        }
    }

    void checkBirth(EniOrder order) {
        var vSwitch = estate.vSwitch(order.vSwitch());
        var settings = order.settings();
        groups.check(settings.securityGroups(), vSwitch.vpc(), vSwitch.id());
        LabelRules.check(order.label(), vSwitch.id());
        WishRules.checkBirth(order);
        var birth = Birth.of(order);
        groups.requireRoom(settings.securityGroups(), birth.ipv4().places());
        exhaustion.require(vSwitch, IpFamily.V4, birth.ipv4());
        exhaustion.require(vSwitch, IpFamily.V6, birth.ipv6());
    }

    void checkChange(CloudEni before, CloudEni after) {
        require(before, before.status() == EniStatus.AVAILABLE || before.status() == EniStatus.IN_USE);
        LabelRules.check(after.label(), after.id());
        groups.check(after.securityGroups(), after.vpc(), after.id());
        var joined = after.securityGroups().stream()
                .filter(group -> !before.securityGroups().contains(group))
                .toList();
        groups.requireRoom(joined, after.places(IpFamily.V4));
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
