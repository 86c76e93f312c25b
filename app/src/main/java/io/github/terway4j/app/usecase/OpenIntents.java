package io.github.terway4j.app.usecase;

import io.github.terway4j.app.usecase.OpenIntent.End;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What we are having the cloud do and do not know the end of. Each intent is in the journal before its call is made. What
 * was refused is settled at once, and so is what brought what it was to bring. The rest is settled by looking:
 *
 * <ul>
 *   <li>an ENI that was made, or may have been, carries the token of its intent: until it shows, the next life asks for it
 *       by the same call before it asks for another;
 *   <li>addresses that may have been given show on their ENI, or the call was lost;
 *   <li>what the cloud was to take is doubted as long as a {@link Partings parting} is, whatever it answered, since a
 *       description may show it still.
 * </ul>
 *
 * <p>Until then a call that is asked for once more is the same call, with the same token. So what is open stays as little
 * as what is asked for in some minutes.
 */
public final class OpenIntents {
    /** Chosen: how long an ENI may have been made without being seen; the cloud knows its tokens for longer. */
    private static final Duration UNSEEN = Duration.ofMinutes(10);

    private final CloudJournal journal;
    private final Tasks tasks;
    private final Map<String, OpenIntent> open = new LinkedHashMap<>();
    private final Map<EniId, Eni> lastSeen = new TreeMap<>();
    private long unsent;

    /** Those that an earlier life of the agent has left. */
    public OpenIntents(CloudJournal journal, Tasks tasks) {
        this.journal = journal;
        this.tasks = tasks;
        var now = tasks.instant();
        journal.open().forEach(intent -> open.put(intent.token().text(), OpenIntent.left(intent, now)));
    }

    /** What an earlier life had the cloud take, or was about to. */
    List<CloudDeed> takings() {
        return all().stream()
                .filter(one -> one.taking() && one.end() != End.UNDER_WAY)
                .map(one -> one.intent().deed())
                .toList();
    }

    /** The intent under which the call is to be made: an earlier one of which we have not heard, or a new one. */
    CloudIntent of(CloudDeed deed, ClientToken token) {
        return again(deed).orElseGet(() -> new CloudIntent(token, deed, tasks.instant()));
    }

    /** The same of a call that carries no token. */
    CloudIntent of(CloudDeed deed) {
        var now = tasks.instant();
        return new CloudIntent(new ClientToken("unsent-%d-%d".formatted(now.toEpochMilli(), number())), deed, now);
    }

    private synchronized long number() {
        return ++unsent;
    }

    private synchronized Optional<CloudIntent> again(CloudDeed deed) {
        var earlier = open.values().stream()
                .filter(one -> one.mayBeAskedAgain() && one.doesFor(deed))
                .findFirst();
        earlier.ifPresent(one -> open.put(one.token(), one.with(End.UNDER_WAY, one.at())));
        return earlier.map(OpenIntent::intent);
    }

    /** Before the call; without it there is none. */
    LedgerOutcome begin(CloudIntent intent) {
        if (isOpen(intent)) {
            return new LedgerOutcome.Written();
        }
        var written = journal.intend(intent);
        if (written instanceof LedgerOutcome.Written) {
            settle(overtakenBy(added(intent)));
        }
        return written;
    }

    private synchronized boolean isOpen(CloudIntent intent) {
        return open.containsKey(intent.token().text());
    }

    private synchronized OpenIntent added(CloudIntent intent) {
        var begun = new OpenIntent(intent, End.UNDER_WAY, tasks.instant(), portions(intent.deed()));
        open.put(begun.token(), begun);
        return begun;
    }

    /** The call is over; whether it did what it should, as far as we have heard. */
    void heard(CloudIntent intent, boolean done) {
        ended(intent, End.HEARD).filter(one -> !(done && one.showsLate())).ifPresent(one -> settle(List.of(one)));
    }

    /** The call may or may not have done what it should, or may yet do so. */
    void unheard(CloudIntent intent) {
        ended(intent, End.UNHEARD);
    }

    private synchronized Optional<OpenIntent> ended(CloudIntent intent, End how) {
        return Optional.ofNullable(
                open.computeIfPresent(intent.token().text(), (_, one) -> one.with(how, tasks.instant())));
    }

    /** A look that began then has shown this. */
    void seen(List<Eni> enis, Instant began) {
        settle(settledBy(enis, began));
    }

    /** Whether the ENI is spoken of, or may have been made, by an intent that is open. */
    boolean concern(Eni eni) {
        return all().stream().anyMatch(one -> one.concerns(eni));
    }

    /** How many there are. */
    int count() {
        return all().size();
    }

    private synchronized List<OpenIntent> all() {
        return List.copyOf(open.values());
    }

    private synchronized List<OpenIntent> settledBy(List<Eni> enis, Instant began) {
        lastSeen.clear();
        enis.forEach(eni -> lastSeen.put(eni.id(), eni));
        // A clock that is set back makes none stay open longer than it would from now on.
        var now = tasks.instant();
        open.replaceAll((_, one) -> one.at().isAfter(now) ? one.with(one.end(), now) : one);
        return open.values().stream()
                .filter(one -> one.end() != End.UNDER_WAY && !one.at().isAfter(began) && isSettled(one, enis, began))
                .toList();
    }

    private boolean isSettled(OpenIntent one, List<Eni> enis, Instant began) {
        return switch (one.intent().deed()) {
            case CloudDeed.Create _ ->
                enis.stream().anyMatch(one::made)
                        || one.at()
                                .plus(one.end() == End.HEARD ? Arrivals.DOUBT : UNSEEN)
                                .isBefore(began);
            case CloudDeed.Attach _ -> true;
            case CloudDeed.Assign(var eni, var family, var _) -> isSettled(one, portions(eni, family), began);
            case CloudDeed.AssignPrefixes(var eni, var family, var _) -> isSettled(one, portions(eni, family), began);
            case CloudDeed.Detach _, CloudDeed.Delete _, CloudDeed.Unassign _, CloudDeed.UnassignPrefixes _ ->
                one.at().plus(Partings.DOUBT).isBefore(began);
        };
    }

    private static boolean isSettled(OpenIntent assignment, Set<Object> portions, Instant began) {
        // What was there before, an earlier life did not write down.
        return assignment.end() == End.LEFT
                || !assignment.before().equals(portions)
                || assignment.at().plus(Partings.DOUBT).isBefore(began);
    }

    /** Where something is taken, an answer that names what was given before would be wrong. */
    private synchronized List<OpenIntent> overtakenBy(OpenIntent other) {
        return open.values().stream()
                .filter(one -> one.end() != End.UNDER_WAY && one.isOvertakenBy(other))
                .toList();
    }

    private Set<Object> portions(CloudDeed deed) {
        return switch (deed) {
            case CloudDeed.Assign(var eni, var family, var _) -> portions(eni, family);
            case CloudDeed.AssignPrefixes(var eni, var family, var _) -> portions(eni, family);
            case CloudDeed.Create _,
                    CloudDeed.Attach _,
                    CloudDeed.Detach _,
                    CloudDeed.Delete _,
                    CloudDeed.Unassign _,
                    CloudDeed.UnassignPrefixes _ -> Set.of();
        };
    }

    private Set<Object> portions(EniId id, IpFamily family) {
        var portions = new LinkedHashSet<Object>();
        Optional.ofNullable(lastSeen.get(id)).ifPresent(eni -> {
            portions.addAll(eni.addresses(family));
            portions.addAll(eni.prefixes(family));
        });
        return portions;
    }

    private void settle(List<OpenIntent> settled) {
        for (var one : settled) {
            // First here: one that is asked for once more meanwhile stays in the journal, and one that is struck out is
            // not asked for once more. What the journal does not let go of is tried again after the next look.
            if (remove(one) && !(journal.settle(one.intent().token()) instanceof LedgerOutcome.Written)) {
                putBack(one);
            }
        }
    }

    /** Whether it stood as it stands here. */
    private synchronized boolean remove(OpenIntent settled) {
        return open.remove(settled.token(), settled);
    }

    private synchronized void putBack(OpenIntent kept) {
        open.put(kept.token(), kept);
    }
}
