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
import io.github.terway4j.ports.out.Tasks;
import java.util.List;
import java.util.function.Supplier;

/**
 * The cloud, asked no more than it must be where it is asked for this instance's ENIs: of those that are attached alone,
 * while by all that we know there are no others of ours; by their names, while by all that we know there are none but
 * these. So a usual look costs half.
 */
public final class ThriftyCloud implements CloudNetwork {
    private final CloudNetwork cloud;
    private final Muster muster;
    private final Tasks tasks;

    /** @param muster is told what is seen, and what is asked for */
    public ThriftyCloud(CloudNetwork cloud, Muster muster, Tasks tasks) {
        this.cloud = cloud;
        this.muster = muster;
        this.tasks = tasks;
    }

    @Override
    public CloudNetwork at(Urgency urgency) {
        return new ThriftyCloud(cloud.at(urgency), muster, tasks);
    }

    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        return switch (muster.knows(tasks.instant())) {
            case ALL_ATTACHED -> seen(instance, () -> cloud.attachedTo(instance));
            case EACH_BY_NAME -> seen(instance, () -> cloud.named(instance, muster.names()));
            case NOT_ALL -> all(instance);
        };
    }

    private CloudOutcome<List<Eni>> seen(InstanceId instance, Supplier<CloudOutcome<List<Eni>>> look) {
        var began = muster.begins();
        var outcome = look.get();
        if (!(outcome instanceof CloudOutcome.Done<List<Eni>>(var shown))) {
            return outcome;
        }
        if (!muster.isWholeIn(shown)) {
            // Whoever is missed may have been detached, or is shown too late: it is known by its mark.
            return all(instance);
        }
        muster.saw(shown, began);
        return outcome;
    }

    private CloudOutcome<List<Eni>> all(InstanceId instance) {
        var began = muster.begins();
        var outcome = cloud.enisOf(instance);
        if (outcome instanceof CloudOutcome.Done<List<Eni>>(var enis)) {
            muster.sawAll(enis, began, tasks.instant());
        }
        return outcome;
    }

    @Override
    public CloudOutcome<List<Eni>> attachedTo(InstanceId instance) {
        return cloud.attachedTo(instance);
    }

    @Override
    public CloudOutcome<List<Eni>> named(InstanceId instance, List<EniId> enis) {
        return cloud.named(instance, enis);
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return cloud.vSwitches(ids);
    }

    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        var outcome = cloud.create(wanted, token);
        switch (outcome) {
            case CloudOutcome.Done<Eni>(var eni) -> muster.made(eni);
            // It may have been made, and only its mark would tell.
            case CloudOutcome.Unknown<Eni> _ -> muster.mayHaveMade(tasks.instant());
            case CloudOutcome<Eni> _ -> {}
        }
        return outcome;
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        return moved(eni, EniStatus.ATTACHING, cloud.attach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        return moved(eni, EniStatus.DETACHING, cloud.detach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        return moved(eni, EniStatus.DELETING, cloud.delete(eni));
    }

    private CloudOutcome<Nothing> moved(EniId eni, EniStatus way, CloudOutcome<Nothing> outcome) {
        if (outcome instanceof CloudOutcome.Done<Nothing> || outcome instanceof CloudOutcome.Unknown<Nothing>) {
            muster.became(eni, way);
        }
        return outcome;
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        return cloud.assign(eni, family, count, token);
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return cloud.assignPrefixes(eni, family, count, token);
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        return cloud.unassignPrefixes(eni, prefixes);
    }

    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return cloud.unassign(eni, addresses);
    }
}
