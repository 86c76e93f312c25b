package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.Quirks;
import java.util.List;

/** Which security groups an ENI may be in, and whether they have room for its addresses. */
final class GroupRules {
    /** Chosen: the account's own number; ECS raises it to 10 or 16 when asked. */
    private static final int MOST = 5;

    private final Estate estate;
    private final Quirks quirks;

    GroupRules(Estate estate, Quirks quirks) {
        this.estate = estate;
        this.quirks = quirks;
    }

    void check(List<SecurityGroupId> groups, VpcId vpc, Object subject) {
        if (groups.isEmpty() || groups.size() > MOST) {
            throw bad(subject, "an ENI has 1 to %d security groups, not %d".formatted(MOST, groups.size()));
        }
        if (groups.stream().distinct().count() < groups.size()) {
            throw bad(subject, "each security group once, not " + groups);
        }
        for (var group : groups) {
            if (!estate.securityGroup(group).vpc().equals(vpc)) {
                throw new Objection(ApiError.VPC_MISMATCH, group, "%s is not of %s".formatted(group, vpc));
            }
        }
    }

    /** @param more private IPv4 addresses that are about to join these groups */
    void requireRoom(List<SecurityGroupId> groups, int more) {
        for (var group : groups) {
            var capacity = estate.securityGroup(group).kind().capacity();
            var full = estate.addressesIn(group) + more > capacity || quirks.strikes(Quirk.SecurityGroupFull.class);
            if (more > 0 && full) {
                throw new Objection(
                        ApiError.SECURITY_GROUP_FULL,
                        group,
                        "%s has %d of %d addresses and no room for %d more"
                                .formatted(group, estate.addressesIn(group), capacity, more));
            }
        }
    }

    private static Objection bad(Object subject, String words) {
        return new Objection(ApiError.INVALID_PARAMETER, subject, words);
    }
}
