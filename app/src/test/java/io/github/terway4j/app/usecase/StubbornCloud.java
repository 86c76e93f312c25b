package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A cloud that refuses the operations which a test names, and remembers what it was asked. */
final class StubbornCloud implements CloudNetwork {
    private static final String TOKEN = "create under ";

    final List<String> asked;
    private final CloudNetwork cloud;
    private final Map<String, Refusal> refused;
    private final Map<String, Urgency> urgencies;
    private final Urgency urgency;
    private final List<UnaryOperator<Eni>> lies;
    private final List<String> underWay;
    private final Map<String, Integer> together;

    /** How an operation is refused, whatever it would have given. */
    interface Refusal {
        <T> CloudOutcome<T> outcome();
    }

    StubbornCloud(CloudNetwork cloud) {
        this(
                cloud,
                new ArrayList<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Urgency.GIVE_BACK,
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeMap<>());
    }

    private StubbornCloud(
            CloudNetwork cloud,
            List<String> asked,
            Map<String, Refusal> refused,
            Map<String, Urgency> urgencies,
            Urgency urgency,
            List<UnaryOperator<Eni>> lies,
            List<String> underWay,
            Map<String, Integer> together) {
        this.cloud = cloud;
        this.asked = asked;
        this.refused = refused;
        this.urgencies = urgencies;
        this.urgency = urgency;
        this.lies = lies;
        this.underWay = underWay;
        this.together = together;
    }

    @Override
    public CloudNetwork at(Urgency other) {
        return new StubbornCloud(cloud, asked, refused, urgencies, other, lies, underWay, together);
    }

    /** How urgent each operation was when it was last asked for. */
    Map<String, Urgency> urgencies() {
        return Map.copyOf(urgencies);
    }

    /** From now on. */
    void refuse(String operation, Refusal how) {
        refused.put(operation, how);
    }

    void relent() {
        lies.clear();
        refused.clear();
    }

    /** Under which ENIs were to be made, each once. */
    List<String> tokens() {
        return asked.stream().filter(one -> one.startsWith(TOKEN)).distinct().toList();
    }

    /** By their names, in their order. */
    List<String> operations() {
        return asked.stream().filter(one -> !one.contains(" ")).toList();
    }

    long count(String operation) {
        return asked.stream().filter(operation::equals).count();
    }

    private <T> CloudOutcome<T> call(String operation, Supplier<CloudOutcome<T>> call) {
        asked.add("%s for %s".formatted(operation, urgency));
        asked.add(operation);
        urgencies.put(operation, urgency);
        var refusal = refused.get(operation);
        if (refusal != null) {
            return refusal.outcome();
        }
        underWay.add(operation);
        together.merge(operation, Collections.frequency(underWay, operation), Math::max);
        var outcome = call.get();
        underWay.remove(operation);
        return outcome;
    }

    /** How many such calls were ever under way at the same time. */
    int together(String operation) {
        return together.getOrDefault(operation, 0);
    }

    /** From now on the primary ENI is told of as a secondary one. */
    void callPrimarySecondary() {
        lie(eni -> eni.kind() == EniKind.PRIMARY
                ? new Eni(eni.id(), eni.mac(), EniKind.SECONDARY, eni.status(), eni.vSwitch(), eni.addresses())
                : eni);
    }

    /** From now on ENIs are told of so. */
    void lie(UnaryOperator<Eni> about) {
        lies.add(about);
    }

    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        return call("enisOf", () -> cloud.enisOf(instance))
                .then(enis ->
                        new CloudOutcome.Done<>(enis.stream().map(this::told).toList()));
    }

    private Eni told(Eni eni) {
        var told = eni;
        for (var lie : lies) {
            told = lie.apply(told);
        }
        return told;
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return call("vSwitches", () -> cloud.vSwitches(ids));
    }

    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        asked.add(TOKEN + token.text());
        return call("create", () -> cloud.create(wanted, token));
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        return call("attach", () -> cloud.attach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        return call("detach", () -> cloud.detach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        return call("delete", () -> cloud.delete(eni));
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        return call("assign", () -> cloud.assign(eni, family, count, token));
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return call("assignPrefixes", () -> cloud.assignPrefixes(eni, family, count, token));
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        return call("unassignPrefixes", () -> cloud.unassignPrefixes(eni, prefixes));
    }

    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return call("unassign", () -> cloud.unassign(eni, addresses));
    }
}
