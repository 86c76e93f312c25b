package io.github.terway4j.adapters.aliyun;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Nothing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes addresses, or blocks of them, from an ENI, whether or not it still has them all. The cloud refuses the whole call
 * for one that is gone without saying which. A description helps to guess, but it may lag behind: only what the cloud
 * itself has refused is gone.
 */
final class Taking<T> {
    private final Function<List<T>, CloudOutcome<Boolean>> call;
    private final Supplier<CloudOutcome<Optional<Eni>>> description;
    private final Function<Eni, List<T>> has;

    /** @param call takes them all, or says that they are not all there and takes none */
    Taking(
            Function<List<T>, CloudOutcome<Boolean>> call,
            Supplier<CloudOutcome<Optional<Eni>>> description,
            Function<Eni, List<T>> has) {
        this.call = call;
        this.description = description;
        this.has = has;
    }

    CloudOutcome<Nothing> of(List<T> wanted) {
        if (wanted.isEmpty()) {
            return done();
        }
        // A refusal of a single one has said which is gone.
        return call.apply(wanted).then(taken -> taken || wanted.size() == 1 ? done() : rest(wanted));
    }

    private CloudOutcome<Nothing> rest(List<T> wanted) {
        return description
                .get()
                .then(found -> found.map(eni -> rest(wanted, eni))
                        .orElseGet(() -> conflict(wanted, "the cloud does not show the ENI")));
    }

    private CloudOutcome<Nothing> rest(List<T> wanted, Eni eni) {
        if (wanted.contains(eni.primaryAddress())) {
            return new CloudOutcome.Denied<>(eni.primaryAddress() + " is the primary address of " + eni.id());
        }
        var there = has.apply(eni);
        var shown = wanted.stream().filter(there::contains).toList();
        var hidden = wanted.stream().filter(one -> !there.contains(one)).toList();
        if (shown.isEmpty()) {
            return oneByOne(hidden);
        }
        if (hidden.isEmpty()) {
            return conflict(wanted, "the cloud shows them all");
        }
        return call.apply(shown).then(taken -> {
            if (!taken) {
                return conflict(shown, "the cloud shows them all");
            }
            // The one that is left is the one that the cloud has missed.
            return hidden.size() == 1 ? done() : afterAChange(oneByOne(hidden));
        });
    }

    private CloudOutcome<Nothing> oneByOne(List<T> hidden) {
        var first = of(hidden.subList(0, 1));
        return hidden.size() == 1 ? first : first.then(_ -> afterAChange(oneByOne(hidden.subList(1, hidden.size()))));
    }

    /** After a first call something may have changed, whatever becomes of the second. */
    static CloudOutcome<Nothing> afterAChange(CloudOutcome<Nothing> outcome) {
        return outcome instanceof CloudOutcome.Done<Nothing>
                ? outcome
                : new CloudOutcome.Unknown<>("some of the addresses are gone; of the others: " + outcome.words());
    }

    private static <T> CloudOutcome<Nothing> conflict(List<T> wanted, String but) {
        return new CloudOutcome.Conflict<>("not all of %s are assigned, but %s".formatted(wanted, but));
    }

    private static CloudOutcome<Nothing> done() {
        return new CloudOutcome.Done<>(Nothing.NOTHING);
    }
}
