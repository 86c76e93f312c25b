package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.net.Ip;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One ENI as the cloud keeps it and describes it (ECS API, DescribeNetworkInterfaces).
 *
 * @param instance the one that it is attached to, or on its way in or out of
 */
public record CloudEni(
        Eni eni,
        Optional<InstanceId> instance,
        List<SecurityGroupId> securityGroups,
        Map<String, String> tags,
        Instant created) {
    public CloudEni {
        securityGroups = List.copyOf(securityGroups);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    public EniId id() {
        return eni.id();
    }

    public EniStatus status() {
        return eni.status();
    }

    public boolean attachedTo(InstanceId other) {
        return instance.equals(Optional.of(other));
    }

    public CloudEni attached(InstanceId to) {
        return new CloudEni(eni, Optional.of(to), securityGroups, tags, created);
    }

    public CloudEni detached() {
        return new CloudEni(eni, Optional.empty(), securityGroups, tags, created);
    }

    public CloudEni with(EniStatus status) {
        return with(new Eni(eni.id(), eni.mac(), eni.kind(), status, eni.vSwitch(), eni.addresses()));
    }

    public CloudEni plus(Collection<Ip> more) {
        return withAddresses(Stream.concat(eni.addresses().stream(), more.stream()));
    }

    public CloudEni minus(Collection<Ip> fewer) {
        return withAddresses(eni.addresses().stream().filter(ip -> !fewer.contains(ip)));
    }

    private CloudEni withAddresses(Stream<Ip> addresses) {
        return with(new Eni(eni.id(), eni.mac(), eni.kind(), eni.status(), eni.vSwitch(), addresses.toList()));
    }

    private CloudEni with(Eni changed) {
        return new CloudEni(changed, instance, securityGroups, tags, created);
    }
}
