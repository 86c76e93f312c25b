package io.github.terway4j.app.config;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A cloud that keeps account of what it is asked. */
final class CloudCalls implements CloudNetwork {
    private final CloudNetwork cloud;
    private final InstantSource clock;
    private final List<Asked> asked = new ArrayList<>();
    private final List<NewEni> created = new ArrayList<>();

    /** One call. */
    record Asked(Instant at, String operation, String words) {}

    CloudCalls(CloudNetwork cloud, InstantSource clock) {
        this.cloud = cloud;
        this.clock = clock;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<String> operations() {
        return asked.stream().map(Asked::operation).toList();
    }

    List<Asked> asked(String operation) {
        return asked.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    int count(String operation) {
        return asked(operation).size();
    }

    /** As ordered, whether the cloud made them or not. */
    List<NewEni> created() {
        return List.copyOf(created);
    }

    void forget() {
        asked.clear();
        created.clear();
    }

    private CloudNetwork note(String operation, Object words) {
        asked.add(new Asked(clock.instant(), operation, words.toString()));
        return cloud;
    }

    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        return note("enisOf", instance).enisOf(instance);
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return note("vSwitches", ids).vSwitches(ids);
    }

    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        created.add(wanted);
        return note("create", wanted).create(wanted, token);
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        return note("attach", eni).attach(eni, berth);
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        return note("detach", eni).detach(eni, berth);
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        return note("delete", eni).delete(eni);
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        return note("assign", family + " " + count).assign(eni, family, count, token);
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return note("assignPrefixes", family + " " + count).assignPrefixes(eni, family, count, token);
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        return note("unassignPrefixes", prefixes).unassignPrefixes(eni, prefixes);
    }

    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return note("unassign", addresses).unassign(eni, addresses);
    }
}
