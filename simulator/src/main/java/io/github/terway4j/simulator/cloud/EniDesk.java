package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.IdMint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** Makes, attaches, detaches and deletes ENIs; {@link EniRules} say when it may. */
final class EniDesk {
    private final Estate estate;
    private final EniRules rules;
    private final EniLifecycle lifecycle;
    private final IdMint mint;
    private final Notices notices;

    EniDesk(Estate estate, EniRules rules, EniLifecycle lifecycle, IdMint mint, Notices notices) {
        this.estate = estate;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.mint = mint;
        this.notices = notices;
    }

    CloudEni create(EniOrder order, Instant now) {
        rules.checkCreate(order);
        return bear(EniKind.SECONDARY, EniStatus.AVAILABLE, order, now);
    }

    /** The ENI that an instance is born with. */
    CloudEni createPrimary(EniOrder order, InstanceId instance, Instant now) {
        rules.checkBirth(order);
        return inUse(bear(EniKind.PRIMARY, EniStatus.AVAILABLE, order, now), instance);
    }

    /** Attached in no time. */
    CloudEni plugIn(CloudEni eni, InstanceId instance) {
        rules.checkAttach(eni, estate.instance(instance));
        return inUse(eni, instance);
    }

    private CloudEni inUse(CloudEni eni, InstanceId instance) {
        var there = eni.attached(instance).with(EniStatus.IN_USE);
        estate.keep(there);
        notices.tell(listener -> listener.eniAttached(instance, there.eni()));
        return there;
    }

    void attach(EniId id, InstanceId instance, Instant now) {
        var eni = estate.eni(id);
        rules.checkAttach(eni, estate.instance(instance));
        estate.keep(eni.attached(instance).with(EniStatus.ATTACHING));
        lifecycle.beginAttaching(id, now);
    }

    void detach(EniId id, InstanceId instance, Instant now) {
        var eni = estate.eni(id);
        rules.checkDetach(eni, estate.instance(instance));
        estate.keep(eni.with(EniStatus.DETACHING));
        lifecycle.beginDetaching(id, now);
    }

    void delete(EniId id, Instant now) {
        var eni = estate.eni(id);
        rules.checkDelete(eni);
        estate.keep(eni.with(EniStatus.DELETING));
        lifecycle.beginDeleting(id, now);
    }

    void end(EniLifecycle.Change change) {
        var eni = estate.eni(change.eni());
        switch (change.ending()) {
            case ATTACHED -> {
                var there = eni.with(EniStatus.IN_USE);
                estate.keep(there);
                there.instance()
                        .ifPresent(instance -> notices.tell(listener -> listener.eniAttached(instance, there.eni())));
            }
            case ATTACHING_FAILED -> estate.keep(eni.detached().with(EniStatus.AVAILABLE));
            case DETACHED -> {
                var gone = eni.detached().with(EniStatus.AVAILABLE);
                estate.keep(gone);
                eni.instance()
                        .ifPresent(instance -> notices.tell(listener -> listener.eniDetached(instance, gone.eni())));
            }
            case DELETED -> {
                estate.vSwitch(eni.eni().vSwitch()).giveBack(eni.eni().addresses());
                estate.enis.remove(eni.id());
            }
        }
    }

    private CloudEni bear(EniKind kind, EniStatus status, EniOrder order, Instant now) {
        var vSwitch = estate.vSwitch(order.vSwitch());
        var addresses = new ArrayList<>(vSwitch.take(IpFamily.V4, order.ipv4()));
        addresses.addAll(vSwitch.take(IpFamily.V6, order.ipv6()));
        var eni = new Eni(new EniId(mint.next("eni")), mint.nextMac(), kind, status, vSwitch.id(), addresses);
        var born = new CloudEni(eni, Optional.empty(), order.securityGroups(), order.tags(), now);
        estate.keep(born);
        return born;
    }
}
