package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.cloud.api.InstanceStatus;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;
import io.github.terway4j.simulator.cloud.route.RouteDesk;
import java.util.List;

/** What must be so before instances are made, stopped, started, changed or deleted (ECS API, each action). */
final class InstanceRules {
    /** "Amount" of RunInstances. */
    private static final int MOST_AT_ONCE = 100;

    private final Estate estate;
    private final GroupRules groups;
    private final RouteDesk routes;

    InstanceRules(Estate estate, GroupRules groups, RouteDesk routes) {
        this.estate = estate;
        this.groups = groups;
        this.routes = routes;
    }

    /** All of them can be born, or none is. */
    void checkLaunch(InstanceOrder order, InstanceType type) {
        var vSwitch = estate.vSwitch(order.vSwitch());
        var amount = order.amount();
        if (amount < 1
                || amount > MOST_AT_ONCE
                || (amount > 1 && order.privateAddress().isPresent())) {
            throw new Objection(
                    ApiError.INVALID_PARAMETER,
                    vSwitch.id(),
                    "1 to %d instances, one if its address is given, not %d".formatted(MOST_AT_ONCE, amount));
        }
        if (order.ipv6() < 0 || order.ipv6() > type.limits().ipv6PerEni()) {
            throw new Objection(
                    ApiError.IPV6_COUNT_EXCEEDED,
                    vSwitch.id(),
                    "%s has %d IPv6 addresses, not %d"
                            .formatted(type.name(), type.limits().ipv6PerEni(), order.ipv6()));
        }
        LabelRules.check(order.label(), vSwitch.id());
        groups.check(order.securityGroups(), vSwitch.vpc(), vSwitch.id());
        groups.requireRoom(order.securityGroups(), amount);
        var ipv4 = order.privateAddress()
                .map(address -> AddressWish.these(List.of(address)))
                .orElse(AddressWish.count(amount));
        WishRules.check(ipv4, IpFamily.V4, vSwitch.id());
        vSwitch.require(IpFamily.V4, ipv4);
        vSwitch.require(IpFamily.V6, AddressWish.count(amount * order.ipv6()));
    }

    /** What is attached must fit into the new type, too; the codes are chosen, as those of attaching. */
    void checkChange(Instance changed) {
        require(changed, InstanceStatus.STOPPED);
        EniLimits.check(changed, estate.enisOf(changed.id()));
    }

    void checkDelete(Instance instance, boolean force) {
        if (!force || instance.status() != InstanceStatus.RUNNING) {
            require(instance, InstanceStatus.STOPPED);
        }
        routes.requireNoneTo(instance);
    }

    static void require(Instance instance, InstanceStatus status) {
        if (instance.status() != status) {
            throw new Objection(
                    ApiError.INCORRECT_INSTANCE_STATUS,
                    instance.id(),
                    "%s is %s, not %s".formatted(instance.id(), instance.status(), status));
        }
    }

    /** ENIs come and go while an instance runs or is stopped, not in between. */
    static void requireAtRest(Instance instance) {
        var atRest = switch (instance.status()) {
            case RUNNING, STOPPED -> true;
            case PENDING, STARTING, STOPPING -> false;
        };
        if (!atRest) {
            throw new Objection(
                    ApiError.INVALID_INSTANCE_STATE,
                    instance.id(),
                    "%s is %s".formatted(instance.id(), instance.status()));
        }
    }
}
