package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniTraits;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.DetachOrder;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Grant;
import io.github.terway4j.simulator.cloud.api.Withdrawal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The simulated cloud as one caller meets it, at the far end of a {@link Passage}. */
public final class SimulatedCloudNetwork implements CloudNetwork {
    private final SimulatedCloud cloud;
    private final QuirkyWay way;

    public SimulatedCloudNetwork(SimulatedCloud cloud, Passage passage) {
        this.cloud = cloud;
        this.way = new QuirkyWay(cloud, passage);
    }

    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        return call("DescribeNetworkInterfaces", "enisOf " + instance, () -> new Answer.Given<>(describe(instance)));
    }

    @Override
    public CloudOutcome<List<Eni>> attachedTo(InstanceId instance) {
        return call(
                "DescribeNetworkInterfaces",
                "enisOf " + instance + ", attached",
                () -> new Answer.Given<>(cloud.describeEnis(List.of(new EniFilter.OfInstance(instance))).stream()
                        .map(CloudEni::eni)
                        .toList()));
    }

    @Override
    public CloudOutcome<List<Eni>> named(InstanceId instance, List<EniId> enis) {
        return call(
                "DescribeNetworkInterfaces",
                "enisOf " + instance + ", named " + enis,
                () -> new Answer.Given<>(describe(instance).stream()
                        .filter(eni -> enis.contains(eni.id()))
                        .toList()));
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return call("DescribeVSwitches", "vSwitches " + ids, () -> {
            var known = new TreeMap<VSwitchId, VSwitch>();
            cloud.vSwitches().forEach(vSwitch -> known.put(vSwitch.id(), vSwitch));
            return new Answer.Given<>(
                    ids.stream().filter(known::containsKey).map(known::get).toList());
        });
    }

    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        var tags = wanted.marks().byKey();
        var single = new EniOrder(wanted.vSwitch(), wanted.securityGroups(), wanted.ipv4(), wanted.ipv6(), tags)
                .ofKind(wanted.use().kind())
                .carrying(wanted.use().traffic());
        var half = wanted.ipv4Prefixes() > 0 ? single.withIpv4(AddressWish.prefixes(wanted.ipv4Prefixes())) : single;
        var order = wanted.ipv6Prefixes() > 0 ? half.withIpv6(AddressWish.prefixes(wanted.ipv6Prefixes())) : half;
        return call(
                "CreateNetworkInterface",
                "create " + wanted,
                () -> cloud.create(order, token).map(SimulatedCloudNetwork::made));
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        return call(
                "AttachNetworkInterface",
                "attach %s to %s".formatted(eni, berth),
                () -> cloud.attach(new AttachOrder(eni, berth.instance(), berth.trunk(), 0)));
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        return call(
                "DetachNetworkInterface",
                "detach %s from %s".formatted(eni, berth),
                () -> cloud.detach(new DetachOrder(eni, berth.instance(), berth.trunk())));
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        return call("DeleteNetworkInterface", "delete " + eni, () -> cloud.delete(eni));
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        return call(
                assigning(family),
                "assign %d %s to %s".formatted(count, family, eni),
                () -> cloud.assign(new Assignment(eni, family, count), token).map(Grant::addresses));
    }

    /** The cloud refuses the whole call for one address that is gone, so only those are named that are still there. */
    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return call(unassigning(addresses), "unassign %s from %s".formatted(addresses, eni), () -> {
            var there = cloud.eni(eni).map(found -> found.eni().addresses()).orElse(List.of());
            var gone = addresses.stream().distinct().filter(there::contains).toList();
            return gone.isEmpty() && !there.isEmpty() ? new Answer.Given<>(Nothing.NOTHING) : cloud.unassign(eni, gone);
        });
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return call(
                assigning(family),
                "assign %d %s prefixes to %s".formatted(count, family, eni),
                () -> cloud.assign(new Assignment(eni, family, AddressWish.prefixes(count)), token)
                        .map(Grant::prefixes));
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        var named = prefixes.stream().map(prefix -> prefix.block().first()).toList();
        return call(unassigning(named), "unassign %s from %s".formatted(prefixes, eni), () -> {
            var found = cloud.eni(eni);
            var gone = found.map(CloudEni::prefixes).orElse(List.of()).stream()
                    .filter(prefixes::contains)
                    .toList();
            return gone.isEmpty() && found.isPresent()
                    ? new Answer.Given<>(Nothing.NOTHING)
                    : cloud.unassign(new Withdrawal(eni, List.of(), gone));
        });
    }

    /** The API's answer to this call has no time in it. */
    private static Eni made(CloudEni born) {
        return born.eni().with(new EniTraits(born.eni().tags(), born.traffic(), Optional.empty()));
    }

    private static String assigning(IpFamily family) {
        return switch (family) {
            case V4 -> "AssignPrivateIpAddresses";
            case V6 -> "AssignIpv6Addresses";
        };
    }

    private static String unassigning(List<Ip> addresses) {
        return addresses.stream().anyMatch(ip -> ip.family() == IpFamily.V4)
                ? "UnassignPrivateIpAddresses"
                : "UnassignIpv6Addresses";
    }

    /** Those that are attached to it, and those that wait for it. */
    private List<Eni> describe(InstanceId instance) {
        var found = new TreeMap<EniId, Eni>();
        cloud.describeEnis(List.of(new EniFilter.OfInstance(instance))).forEach(eni -> found.put(eni.id(), eni.eni()));
        cloud.describeEnis(List.of(new EniFilter.Tagged(Marks.MADE_FOR, instance.text()))).stream()
                .filter(eni -> eni.instance().isEmpty())
                .forEach(eni -> found.put(eni.id(), eni.eni()));
        return List.copyOf(found.values());
    }

    private <T> CloudOutcome<T> call(String action, String words, Supplier<Answer<T>> atTheCloud) {
        return way.call(action, words, () -> Translation.outcome(atTheCloud.get()));
    }
}
