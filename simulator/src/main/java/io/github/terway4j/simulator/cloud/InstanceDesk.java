package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.simulator.cloud.api.AddressWish;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.EniSettings;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.cloud.api.InstanceStatus;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.IdMint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes instances with their primary ENIs, starts, stops, changes and deletes them; {@link InstanceRules} say when. */
final class InstanceDesk {
    /** Chosen, like the two below: the real ones take some tens of seconds, which nobody wants to watch. */
    private static final Duration PENDING = Duration.ofSeconds(1);

    private static final Duration STARTING = Duration.ofSeconds(4);
    private static final Duration STOPPING = Duration.ofSeconds(3);

    private final Estate estate;
    private final InstanceRules rules;
    private final EniDesk enis;
    private final EniMoves moves;
    private final EniLifecycle lifecycle;
    private final Agenda agenda;
    private final IdMint mint;

    InstanceDesk(
            Estate estate,
            InstanceRules rules,
            EniDesk enis,
            EniMoves moves,
            EniLifecycle lifecycle,
            Agenda agenda,
            IdMint mint) {
        this.estate = estate;
        this.rules = rules;
        this.enis = enis;
        this.moves = moves;
        this.lifecycle = lifecycle;
        this.agenda = agenda;
        this.mint = mint;
    }

    List<Instance> run(InstanceOrder order, Instant now) {
        var born = launch(order, InstanceStatus.PENDING, now);
        born.forEach(instance -> later(instance.id(), now.plus(PENDING), InstanceStatus.STARTING));
        return born;
    }

    /** All of them, already in this state. */
    List<Instance> launch(InstanceOrder order, InstanceStatus status, Instant now) {
        var type = estate.type(order.type());
        rules.checkLaunch(order, type);
        return IntStream.range(0, order.amount())
                .mapToObj(_ -> bear(order, type, status, now))
                .toList();
    }

    void start(InstanceId id, Instant now) {
        var instance = estate.instance(id);
        InstanceRules.require(instance, InstanceStatus.STOPPED);
        become(instance, InstanceStatus.STARTING, now);
    }

    void stop(InstanceId id, Instant now) {
        var instance = estate.instance(id);
        InstanceRules.require(instance, InstanceStatus.RUNNING);
        become(instance, InstanceStatus.STOPPING, now);
    }

    void changeType(InstanceId id, String type) {
        var changed = estate.instance(id).with(estate.type(type));
        rules.checkChange(changed);
        estate.keep(changed);
    }

    /** Its ENIs go with it, except those that were told to stay: these are then attached to nothing. */
    void delete(InstanceId id, boolean force) {
        rules.checkDelete(estate.instance(id), force);
        for (var eni : estate.enisOf(id)) {
            lifecycle.cancel(eni.id());
            moves.leave(estate.eni(eni.id()));
            if (eni.eni().kind() == EniKind.PRIMARY || eni.settings().deleteOnRelease()) {
                moves.bury(estate.eni(eni.id()));
            }
        }
        estate.instances.remove(id);
    }

    private Instance bear(InstanceOrder order, InstanceType type, InstanceStatus status, Instant now) {
        var vSwitch = estate.vSwitch(order.vSwitch());
        var id = new InstanceId(mint.next("i"));
        var primary = new EniOrder(
                EniKind.PRIMARY,
                TrafficMode.STANDARD,
                order.vSwitch(),
                Label.NONE,
                EniSettings.of(order.securityGroups()),
                order.privateAddress(),
                AddressWish.NONE,
                AddressWish.count(order.ipv6()));
        var eni = enis.bear(primary, now).attached(new EniAttachment(id, Optional.empty(), 0, 0));
        moves.arrive(eni, now);
        var instance = new Instance(
                id,
                type,
                status,
                order.label(),
                vSwitch.vpc(),
                vSwitch.zone(),
                vSwitch.id(),
                order.securityGroups(),
                eni.id(),
                now);
        estate.keep(instance);
        return instance;
    }

    private void become(Instance instance, InstanceStatus status, Instant now) {
        estate.keep(instance.with(status));
        switch (status) {
            case STARTING -> later(instance.id(), now.plus(STARTING), InstanceStatus.RUNNING);
            case STOPPING -> later(instance.id(), now.plus(STOPPING), InstanceStatus.STOPPED);
            case PENDING, RUNNING, STOPPED -> {}
        }
    }

    private void later(InstanceId id, Instant at, InstanceStatus status) {
        agenda.at(at, then -> become(estate.instance(id), status, then));
    }
}
