package io.github.terway4j.app.fleet;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.simulator.cloud.Passage;
import java.util.List;
import java.util.function.Supplier;

/**
 * The simulated cloud by the requests that the real one would get: each has its turn by the agent's own budget, is
 * counted, and slows the agent down if it is refused. IPv4 only.
 */
record PacedCloud(CloudNetwork cloud, Passage way, PaceCalls pace, Requests requests, Urgency urgency)
        implements CloudNetwork {
    @Override
    public CloudNetwork at(Urgency other) {
        return new PacedCloud(cloud, way, pace, requests, other);
    }

    /** Two requests, as before the real cloud: one by the instance, one by the mark of what was made for it. */
    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        return request(
                        CloudApi.DESCRIBE_NETWORK_INTERFACES,
                        () -> way.through("attached to " + instance, () -> new CloudOutcome.Done<>(instance)))
                .then(_ -> begun().request(CloudApi.DESCRIBE_NETWORK_INTERFACES, () -> cloud.enisOf(instance)));
    }

    @Override
    public CloudOutcome<List<Eni>> attachedTo(InstanceId instance) {
        return request(CloudApi.DESCRIBE_NETWORK_INTERFACES, () -> cloud.attachedTo(instance));
    }

    @Override
    public CloudOutcome<List<Eni>> named(InstanceId instance, List<EniId> enis) {
        return request(CloudApi.DESCRIBE_NETWORK_INTERFACES, () -> cloud.named(instance, enis));
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return request(CloudApi.DESCRIBE_V_SWITCHES, () -> cloud.vSwitches(ids));
    }

    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        return request(CloudApi.CREATE_NETWORK_INTERFACE, () -> cloud.create(wanted, token));
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        return request(CloudApi.ATTACH_NETWORK_INTERFACE, () -> cloud.attach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        return request(CloudApi.DETACH_NETWORK_INTERFACE, () -> cloud.detach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        return request(CloudApi.DELETE_NETWORK_INTERFACE, () -> cloud.delete(eni));
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        return request(CloudApi.ASSIGN_PRIVATE_IP_ADDRESSES, () -> cloud.assign(eni, family, count, token));
    }

    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return request(CloudApi.UNASSIGN_PRIVATE_IP_ADDRESSES, () -> cloud.unassign(eni, addresses));
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return request(CloudApi.ASSIGN_PRIVATE_IP_ADDRESSES, () -> cloud.assignPrefixes(eni, family, count, token));
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        return request(CloudApi.UNASSIGN_PRIVATE_IP_ADDRESSES, () -> cloud.unassignPrefixes(eni, prefixes));
    }

    /** What has begun waits for its turn, whoever it is for. */
    private PacedCloud begun() {
        return new PacedCloud(cloud, way, pace, requests, Urgency.WAITING_POD);
    }

    private <T> CloudOutcome<T> request(CloudApi api, Supplier<CloudOutcome<T>> call) {
        return pace.inTurn(api, urgency, () -> {
            requests.count(api);
            return heard(call.get());
        });
    }

    /** The door counts all requests together, so that is what the cloud complains of. */
    private <T> CloudOutcome<T> heard(CloudOutcome<T> outcome) {
        return outcome instanceof CloudOutcome.Throttled<T>
                ? new CloudOutcome.Throttled<>(pace.throttledAltogether())
                : outcome;
    }
}
