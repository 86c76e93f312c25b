package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An intent that is not settled.
 *
 * @param at since when it stands so
 * @param before what the ENI had that it is to bring more to
 */
record OpenIntent(CloudIntent intent, End end, Instant at, Set<Object> before) {
    /** What we have heard of its call. */
    enum End {
        UNDER_WAY,
        HEARD,
        UNHEARD,
        /** Whatever it was, an earlier life has taken it to its grave. */
        LEFT
    }

    static OpenIntent left(CloudIntent intent, Instant now) {
        return new OpenIntent(intent, End.LEFT, now, Set.of());
    }

    String token() {
        return intent.token().text();
    }

    OpenIntent with(End other, Instant since) {
        return new OpenIntent(intent, other, since, before);
    }

    /** Whether it has the cloud take something. */
    boolean taking() {
        return switch (intent.deed()) {
            case CloudDeed.Detach _, CloudDeed.Delete _, CloudDeed.Unassign _, CloudDeed.UnassignPrefixes _ -> true;
            case CloudDeed.Create _, CloudDeed.Attach _, CloudDeed.Assign _, CloudDeed.AssignPrefixes _ -> false;
        };
    }

    /** Whether a description may for a while not show what it has done. */
    boolean showsLate() {
        return taking() || intent.deed() instanceof CloudDeed.Create;
    }

    /** Whether its call can be made once more, as the same call. */
    boolean mayBeAskedAgain() {
        return switch (intent.deed()) {
            // An earlier life's, too: what it made carries the token, and would be seen.
            case CloudDeed.Create _ -> end == End.UNHEARD || end == End.LEFT;
            case CloudDeed.Assign _, CloudDeed.AssignPrefixes _ -> end == End.UNHEARD;
            case CloudDeed.Attach _,
                    CloudDeed.Detach _,
                    CloudDeed.Delete _,
                    CloudDeed.Unassign _,
                    CloudDeed.UnassignPrefixes _ -> false;
        };
    }

    /** Whether its call would do for what the other is to do: an ENI of the same use may have been made already. */
    boolean doesFor(CloudDeed other) {
        return intent.deed().equals(other)
                || (intent.deed() instanceof CloudDeed.Create(var earlier)
                        && other instanceof CloudDeed.Create(var wanted)
                        && earlier.use() == wanted.use()
                        && (earlier.ipv4Prefixes() > 0) == (wanted.ipv4Prefixes() > 0));
    }

    boolean made(Eni eni) {
        return eni.tags().has(Marks.CALL, token());
    }

    /** Whether it speaks of the ENI, or has made it. */
    boolean concerns(Eni eni) {
        return made(eni) || eni().filter(eni.id()::equals).isPresent();
    }

    /** Whether what it may have given may be taken again by the other. */
    boolean isOvertakenBy(OpenIntent other) {
        return isAssignment() && other.taking() && eni().equals(other.eni());
    }

    private boolean isAssignment() {
        return intent.deed() instanceof CloudDeed.Assign || intent.deed() instanceof CloudDeed.AssignPrefixes;
    }

    private Optional<EniId> eni() {
        return switch (intent.deed()) {
            case CloudDeed.Create _ -> Optional.empty();
            case CloudDeed.Attach(var eni, var _) -> Optional.of(eni);
            case CloudDeed.Detach(var eni, var _) -> Optional.of(eni);
            case CloudDeed.Delete(var eni) -> Optional.of(eni);
            case CloudDeed.Assign(var eni, var _, var _) -> Optional.of(eni);
            case CloudDeed.AssignPrefixes(var eni, var _, var _) -> Optional.of(eni);
            case CloudDeed.Unassign(var eni, var _) -> Optional.of(eni);
            case CloudDeed.UnassignPrefixes(var eni, var _) -> Optional.of(eni);
        };
    }
}
