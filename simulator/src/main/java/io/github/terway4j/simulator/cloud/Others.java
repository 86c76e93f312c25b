package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.DetachOrder;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.Recurring;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Whoever else works on the same account: other controllers, people at a console. What is refused them they let be. */
final class Others {
    /** Long enough for an instance to stop. */
    private static final Duration STOPPED_AFTER = Duration.ofSeconds(10);

    private final Estate estate;
    private final EniDesk enis;
    private final AttachDesk attachments;
    private final InstanceDesk instances;
    private final Agenda agenda;
    // A recurring deed equals itself alone.
    private final Map<Recurring, Agenda.Entry> ahead = new LinkedHashMap<>();
    private final Map<Recurring, EniId> guests = new LinkedHashMap<>();

    Others(Estate estate, EniDesk enis, AttachDesk attachments, InstanceDesk instances, Agenda agenda) {
        this.estate = estate;
        this.enis = enis;
        this.attachments = attachments;
        this.instances = instances;
        this.agenda = agenda;
    }

    /** From now on they do this, and nothing else. */
    void follow(List<Recurring> plan) {
        ahead.values().forEach(agenda::strikeOff);
        ahead.clear();
        guests.clear();
        plan.forEach(this::arrange);
    }

    private void arrange(Recurring deed) {
        deed.next()
                .ifPresent(at -> ahead.put(deed, agenda.at(at, now -> {
                    attempt(() -> act(deed, now));
                    ahead.remove(deed);
                    arrange(deed);
                })));
    }

    private void act(Recurring deed, Instant now) {
        switch (deed.quirk()) {
            case Quirk.StrangersCome(var _, var from) -> comeOrGo(deed, from, now);
            case Quirk.EnisTaken(var _) -> take(deed.chance(), now);
            case Quirk.TypeChanged(var instance, var type) -> {
                instances.stop(instance, now);
                agenda.at(now.plus(STOPPED_AFTER), then -> {
                    attempt(() -> instances.changeType(instance, type));
                    attempt(() -> instances.start(instance, then));
                });
            }
        }
    }

    /** Makes and attaches, then detaches, then deletes, one step at a turn. */
    private void comeOrGo(Recurring deed, VSwitchId from, Instant now) {
        var guest = Optional.ofNullable(guests.get(deed)).flatMap(estate.enis()::find);
        if (guest.isEmpty()) {
            come(deed, from, now);
        } else if (guest.get().status() == EniStatus.IN_USE) {
            detach(guest.get(), now);
        } else {
            enis.delete(guest.get().id(), now);
        }
    }

    private void come(Recurring deed, VSwitchId from, Instant now) {
        var vSwitch = estate.vSwitch(from);
        var groups = estate.securityGroups.values().stream()
                .filter(group -> group.vpc().equals(vSwitch.vpc()))
                .map(group -> group.id())
                .limit(1)
                .toList();
        var guest = enis.create(EniOrder.in(from, groups), now).id();
        guests.put(deed, guest);
        var hosts = estate.instances.values().stream()
                .filter(instance -> instance.zone().equals(vSwitch.zone()))
                .toList();
        if (!hosts.isEmpty()) {
            attachments.attach(AttachOrder.to(one(hosts, deed.chance()).id(), guest), now);
        }
    }

    private void take(RandomGenerator chance, Instant now) {
        var there = estate.enis().all().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY && eni.status() == EniStatus.IN_USE)
                .toList();
        if (!there.isEmpty()) {
            detach(one(there, chance), now);
        }
    }

    private void detach(CloudEni eni, Instant now) {
        eni.instance()
                .ifPresent(instance -> attachments.detach(new DetachOrder(eni.id(), instance, Optional.empty()), now));
    }

    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (Objection refused) {
            // They are not of those who ask again.
        }
    }

    private static <T> T one(List<T> of, RandomGenerator chance) {
        return of.get(chance.nextInt(of.size()));
    }
}
