package io.github.terway4j.app.config;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.quota.EniCap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which ENIs are made, and which are ours.
 *
 * @param securityGroups of the ENIs that we make; none where those of the primary ENI are taken
 * @param tags put on every ENI that we make
 * @param tagFilter only ENIs that carry all of these are ours to use; none means every one
 * @param tagBlockList ENIs that carry any of these are left alone
 * @param erdma whether some ENIs carry RDMA
 * @param resourceGroup the one that our ENIs belong to; else the account's default
 */
public record EniConfig(
        List<SecurityGroupId> securityGroups,
        Map<String, String> tags,
        Map<String, String> tagFilter,
        List<EniTag> tagBlockList,
        EniCap cap,
        boolean trunking,
        boolean erdma,
        Prefixes prefixes,
        Optional<String> resourceGroup) {
    public EniConfig {
        securityGroups = List.copyOf(securityGroups);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        tagFilter = Collections.unmodifiableMap(new TreeMap<>(tagFilter));
        tagBlockList = List.copyOf(tagBlockList);
    }
}
