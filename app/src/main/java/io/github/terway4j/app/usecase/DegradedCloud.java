package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
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
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The cloud as far as the level of degradation lets it be called. What may not be looked at is answered with what was seen
 * last; what may not be changed is denied. Only what was never seen is looked at whatever the level: without its ENIs an
 * agent that begins has nothing to serve.
 */
public final class DegradedCloud implements CloudNetwork {
    private final CloudNetwork cloud;
    private final DegradationSwitch degradation;
    private final LastSeen seen;

    public DegradedCloud(CloudNetwork cloud, DegradationSwitch degradation) {
        this(cloud, degradation, new LastSeen());
    }

    private DegradedCloud(CloudNetwork cloud, DegradationSwitch degradation, LastSeen seen) {
        this.cloud = cloud;
        this.degradation = degradation;
        this.seen = seen;
    }

    @Override
    public CloudNetwork at(Urgency urgency) {
        return new DegradedCloud(cloud.at(urgency), degradation, seen);
    }

    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        return seen.enis(degradation.level())
                .<CloudOutcome<List<Eni>>>map(CloudOutcome.Done::new)
                .orElseGet(() -> seen.looked(() -> cloud.enisOf(instance)));
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return seen.vSwitches(ids, degradation.level())
                .<CloudOutcome<List<VSwitch>>>map(CloudOutcome.Done::new)
                .orElseGet(() -> seen.looked(ids, cloud.vSwitches(ids)));
    }

    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        return bringMore(() -> cloud.create(wanted, token));
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        return bringMore(() -> cloud.attach(eni, berth));
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        return bringMore(() -> cloud.assign(eni, family, count, token)).then(given -> {
            seen.became(eni, one -> one.plus(given, List.of()));
            return new CloudOutcome.Done<>(given);
        });
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return bringMore(() -> cloud.assignPrefixes(eni, family, count, token)).then(given -> {
            seen.became(eni, one -> one.plus(List.of(), given));
            return new CloudOutcome.Done<>(given);
        });
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        return giveBack(eni, one -> one.with(EniStatus.DETACHING), () -> cloud.detach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        return giveBack(eni, one -> one.with(EniStatus.DELETING), () -> cloud.delete(eni));
    }

    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return giveBack(eni, one -> one.minus(addresses, List.of()), () -> cloud.unassign(eni, addresses));
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        return giveBack(eni, one -> one.minus(List.of(), prefixes), () -> cloud.unassignPrefixes(eni, prefixes));
    }

    private <T> CloudOutcome<T> bringMore(Supplier<CloudOutcome<T>> call) {
        return switch (degradation.level()) {
            case NONE, L1 -> change(call);
            case L0 -> denied();
        };
    }

    /** Whatever becomes of the call, what was to go is served no more until somebody has looked. */
    private CloudOutcome<Nothing> giveBack(EniId eni, UnaryOperator<Eni> loss, Supplier<CloudOutcome<Nothing>> call) {
        return switch (degradation.level()) {
            case NONE -> {
                seen.became(eni, loss);
                yield change(call);
            }
            case L0, L1 -> denied();
        };
    }

    private <T> CloudOutcome<T> change(Supplier<CloudOutcome<T>> call) {
        // Before the call: whatever becomes of it, what was seen is seen no more.
        seen.changes();
        return call.get();
    }

    private <T> CloudOutcome<T> denied() {
        return new CloudOutcome.Conflict<>("the configuration's degradation does not let that be asked of the cloud");
    }
}
