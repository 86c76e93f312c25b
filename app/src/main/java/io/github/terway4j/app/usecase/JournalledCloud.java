package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.Tasks;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The cloud, with each call that changes it written down before it is made, and settled by what came of it. A call whose
 * outcome is unknown stays open, and when it is asked for once more it is the same call to the cloud. A journal that
 * takes nothing lets nothing be changed: there would be no knowing afterwards.
 */
public final class JournalledCloud implements CloudNetwork {
    private final CloudNetwork cloud;
    private final OpenIntents intents;
    private final Tasks tasks;

    public JournalledCloud(CloudNetwork cloud, OpenIntents intents, Tasks tasks) {
        this.cloud = cloud;
        this.intents = intents;
        this.tasks = tasks;
    }

    @Override
    public CloudNetwork at(Urgency urgency) {
        return new JournalledCloud(cloud.at(urgency), intents, tasks);
    }

    @Override
    public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
        return looked(() -> cloud.enisOf(instance));
    }

    @Override
    public CloudOutcome<List<Eni>> attachedTo(InstanceId instance) {
        return looked(() -> cloud.attachedTo(instance));
    }

    @Override
    public CloudOutcome<List<Eni>> named(InstanceId instance, List<EniId> named) {
        return looked(() -> cloud.named(instance, named));
    }

    private CloudOutcome<List<Eni>> looked(Supplier<CloudOutcome<List<Eni>>> look) {
        var began = tasks.instant();
        return look.get().then(enis -> {
            intents.seen(enis, began);
            return new CloudOutcome.Done<>(enis);
        });
    }

    @Override
    public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
        return cloud.vSwitches(ids);
    }

    /**
     * The ENI carries the token, so that it is known again when the answer is lost. Until then, whoever wants another asks
     * for that one again, even if it has other addresses.
     */
    @Override
    public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
        var intent = intents.of(new CloudDeed.Create(wanted), token);
        var asked = intent.deed() instanceof CloudDeed.Create(var earlier) ? earlier : wanted;
        return perform(intent, under -> cloud.create(asked.and(Tags.of(Marks.CALL, under.text())), under));
    }

    @Override
    public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
        return perform(intents.of(new CloudDeed.Attach(eni, berth)), _ -> cloud.attach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
        return perform(intents.of(new CloudDeed.Detach(eni, berth)), _ -> cloud.detach(eni, berth));
    }

    @Override
    public CloudOutcome<Nothing> delete(EniId eni) {
        return perform(intents.of(new CloudDeed.Delete(eni)), _ -> cloud.delete(eni));
    }

    @Override
    public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
        return perform(
                intents.of(new CloudDeed.Assign(eni, family, count), token),
                under -> cloud.assign(eni, family, count, under));
    }

    @Override
    public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
        return perform(
                intents.of(new CloudDeed.AssignPrefixes(eni, family, count), token),
                under -> cloud.assignPrefixes(eni, family, count, under));
    }

    @Override
    public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
        return perform(intents.of(new CloudDeed.Unassign(eni, addresses)), _ -> cloud.unassign(eni, addresses));
    }

    @Override
    public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
        return perform(
                intents.of(new CloudDeed.UnassignPrefixes(eni, prefixes)), _ -> cloud.unassignPrefixes(eni, prefixes));
    }

    private <T> CloudOutcome<T> perform(CloudIntent intent, Function<ClientToken, CloudOutcome<T>> call) {
        if (intents.begin(intent) instanceof LedgerOutcome.Failed(var words)) {
            return new CloudOutcome.Conflict<>("nothing is asked of the cloud that is not written down: " + words);
        }
        var outcome = answer(intent, call);
        if (outcome instanceof CloudOutcome.Unknown<T>) {
            intents.unheard(intent);
        } else {
            intents.heard(intent, outcome instanceof CloudOutcome.Done<T>);
        }
        return outcome;
    }

    private <T> CloudOutcome<T> answer(CloudIntent intent, Function<ClientToken, CloudOutcome<T>> call) {
        try {
            return call.apply(intent.token());
        } catch (RuntimeException mistake) {
            // Of ours, but the cloud may have been asked by then; one that stayed under way would never be settled.
            intents.unheard(intent);
            throw mistake;
        }
    }
}
