package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.pool.EniClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one look at the cloud has shown, the ENI with the node's own address aside.
 *
 * @param ours to use, fill, empty and give back
 * @param others are left alone; a pod that has an address of one of these keeps it
 */
record EnisSeen(List<Eni> ours, List<Eni> others) {
    static EnisSeen of(List<Eni> enis, EniClaim claim) {
        var ours = new ArrayList<Eni>();
        var others = new ArrayList<Eni>();
        for (var eni : enis) {
            switch (claim.of(eni)) {
                case OURS -> ours.add(eni);
                case NODES -> {}
                case OTHER_KIND, BLOCKED, FOR_ANOTHER, FILTERED_OUT, STRANGE -> others.add(eni);
            }
        }
        return new EnisSeen(List.copyOf(ours), List.copyOf(others));
    }

    /** By its id, whosever it is. */
    Optional<Eni> find(EniId id) {
        return Stream.concat(ours.stream(), others.stream())
                .filter(eni -> eni.id().equals(id))
                .findFirst();
    }

    /** The ENI whose device carries the packets of this one: of a member its trunk, else itself. */
    Optional<Eni> carrier(Eni eni) {
        return eni.isMember() ? eni.traits().trunk().flatMap(this::find) : Optional.of(eni);
    }

    /** How many of ours have places of the instance itself. */
    int ofTheInstance() {
        return (int) ours.stream().filter(eni -> !eni.isMember()).count();
    }

    /** How many places behind the trunk are taken by what is not ours. */
    int otherMembers() {
        return (int) others.stream().filter(eni -> eni.kind() == EniKind.MEMBER).count();
    }

    /** How many places of the instance are taken by what is not ours; a member rides on its trunk's. */
    int taken() {
        return (int) others.stream()
                .filter(eni -> eni.kind() != EniKind.MEMBER)
                .filter(eni -> eni.status() != EniStatus.AVAILABLE && eni.status() != EniStatus.DELETING)
                .count();
    }
}
