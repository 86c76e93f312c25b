package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.VlanId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One ENI as the cloud keeps it and describes it (ECS API, DescribeNetworkInterfaces).
 *
 * @param eni with all that callers are told of it
 * @param prefixes those of both families, in the order in which they came
 * @param members of a trunk: the ENIs that ride on it
 */
public record CloudEni(
        Eni eni,
        VpcId vpc,
        Zone zone,
        TrafficMode traffic,
        Label label,
        EniSettings settings,
        List<IpPrefix> prefixes,
        Optional<EniAttachment> attachment,
        List<EniId> members,
        Instant created) {
    public CloudEni {
        prefixes = List.copyOf(prefixes);
        eni = eni.withPrefixes(prefixes).with(traits(label, traffic, attachment, created));
        members = List.copyOf(members);
    }

    private static EniTraits traits(
            Label label, TrafficMode traffic, Optional<EniAttachment> attachment, Instant created) {
        var alone = new EniTraits(label.tags(), traffic, Optional.of(created));
        return attachment
                .filter(place -> VlanId.isOne(place.deviceIndex()))
                .flatMap(place -> place.trunk().map(trunk -> alone.ridingOn(trunk, new VlanId(place.deviceIndex()))))
                .orElse(alone);
    }

    public EniId id() {
        return eni.id();
    }

    public EniStatus status() {
        return eni.status();
    }

    /** The one that it is attached to, or on its way in or out of. */
    public Optional<InstanceId> instance() {
        return attachment.map(EniAttachment::instance);
    }

    /** The ENI that it rides on, if it is a member. */
    public Optional<EniId> trunk() {
        return attachment.flatMap(EniAttachment::trunk);
    }

    public List<SecurityGroupId> securityGroups() {
        return settings.securityGroups();
    }

    public Map<String, String> tags() {
        return label.tags().byKey();
    }

    public boolean attachedTo(InstanceId other) {
        return attachment.isPresent() && attachment.get().instance().equals(other);
    }

    /** How many places of the family's limit are taken: a prefix takes one. */
    public int places(IpFamily family) {
        var held = prefixes.stream().filter(prefix -> prefix.family() == family).count();
        return eni.count(family) + (int) held;
    }

    public CloudEni attached(EniAttachment to) {
        return new CloudEni(eni, vpc, zone, traffic, label, settings, prefixes, Optional.of(to), members, created);
    }

    public CloudEni detached() {
        return new CloudEni(eni, vpc, zone, traffic, label, settings, prefixes, Optional.empty(), members, created);
    }

    public CloudEni with(EniKind kind) {
        return with(eni.with(kind));
    }

    public CloudEni with(EniStatus status) {
        return with(eni.with(status));
    }

    public CloudEni with(Label other) {
        return new CloudEni(eni, vpc, zone, traffic, other, settings, prefixes, attachment, members, created);
    }

    public CloudEni with(EniSettings other) {
        return new CloudEni(eni, vpc, zone, traffic, label, other, prefixes, attachment, members, created);
    }

    public CloudEni withMembers(List<EniId> others) {
        return new CloudEni(eni, vpc, zone, traffic, label, settings, prefixes, attachment, others, created);
    }

    public CloudEni plus(Grant more) {
        return with(
                Stream.concat(eni.addresses().stream(), more.addresses().stream()),
                Stream.concat(prefixes.stream(), more.prefixes().stream()));
    }

    public CloudEni minus(Collection<Ip> addresses, Collection<IpPrefix> blocks) {
        return with(
                eni.addresses().stream().filter(ip -> !addresses.contains(ip)),
                prefixes.stream().filter(prefix -> !blocks.contains(prefix)));
    }

    private CloudEni with(Stream<Ip> addresses, Stream<IpPrefix> blocks) {
        var changed = eni.withAddresses(addresses.toList());
        return new CloudEni(
                changed, vpc, zone, traffic, label, settings, blocks.toList(), attachment, members, created);
    }

    private CloudEni with(Eni changed) {
        return new CloudEni(changed, vpc, zone, traffic, label, settings, prefixes, attachment, members, created);
    }
}
