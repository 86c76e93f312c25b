package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.DetachOrder;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attaches ENIs to instances and to trunks, and detaches them; {@link AttachRules} say when it may. */
final class AttachDesk {
    private final Estate estate;
    private final AttachRules rules;
    private final EniLifecycle lifecycle;
    private final EniMoves moves;

    AttachDesk(Estate estate, AttachRules rules, EniLifecycle lifecycle, EniMoves moves) {
        this.estate = estate;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.moves = moves;
    }

    void attach(AttachOrder order, Instant now) {
        place(order);
        lifecycle.beginAttaching(order.eni(), now);
    }

    /** Attached in no time. */
    void plugIn(AttachOrder order, Instant now) {
        place(order);
        moves.arrive(estate.eni(order.eni()), now);
    }

    void detach(DetachOrder order, Instant now) {
        var eni = estate.eni(order.eni());
        rules.checkDetach(eni, instance(order.instance()), order);
        estate.keep(eni.with(EniStatus.DETACHING));
        lifecycle.beginDetaching(eni.id(), now);
    }

    private void place(AttachOrder order) {
        var eni = estate.eni(order.eni());
        rules.checkAttach(eni, instance(order.instance()), order);
        var place = new EniAttachment(order.instance(), order.trunk(), freeIndex(order), order.networkCard());
        order.trunk().map(estate::eni).ifPresent(trunk -> {
            var members = Stream.concat(trunk.members().stream(), Stream.of(eni.id()));
            estate.keep(trunk.withMembers(members.toList()));
        });
        var kind = order.trunk().isPresent() ? EniKind.MEMBER : eni.eni().kind();
        estate.keep(eni.attached(place).with(kind).with(EniStatus.ATTACHING));
    }

    /** The lowest that no other has: of a member among those on its trunk, of others among those on the instance. */
    private int freeIndex(AttachOrder order) {
        var taken = estate.enisOf(order.instance()).stream()
                .filter(other -> Objects.equals(other.trunk(), order.trunk()))
                .flatMap(other -> other.attachment().stream().map(EniAttachment::deviceIndex))
                .toList();
        return IntStream.iterate(1, index -> index + 1)
                .filter(index -> !taken.contains(index))
                .findFirst()
                .orElseThrow();
    }

    private Instance instance(InstanceId id) {
        var found = estate.instances.get(id);
        if (found == null) {
            throw new Objection(ApiError.ECS_NOT_FOUND, id, id + " does not exist");
        }
        return found;
    }
}
