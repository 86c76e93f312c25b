package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The filters on a device's hooks, in the order in which packets meet them (net/sched/cls_api.c). */
final class Filters {
    /** @param target the device that a redirection leads to; the filter itself elsewhere. It may have gone since. */
    private record Standing(Filter filter, Device target) {
        boolean leadsSomewhere() {
            return !(filter.action() instanceof FilterAction.RedirectIn(var link))
                    || target.stack().device(link).filter(target::equals).isPresent();
        }
    }

    /** What a hook does with a frame. */
    sealed interface Verdict {
        record Goes(Frame frame) implements Verdict {}

        record ComesInBy(Device device) implements Verdict {}

        record Lost(String words) implements Verdict {}
    }

    private final List<Standing> standing = new ArrayList<>(0);

    /** What stands against it; empty once it is there, in the place of what did something else with the same packets. */
    Optional<String> put(Filter filter, Device device) {
        var target = filter.action() instanceof FilterAction.RedirectIn(var link)
                ? device.stack().device(link)
                : Optional.of(device);
        if (target.isEmpty()) {
            return Optional.of("No such device: " + filter.action().words());
        }
        boolean otherKind = standing.stream()
                .map(Standing::filter)
                .anyMatch(other -> other.isBeside(filter) && kind(other.match()) != kind(filter.match()));
        if (otherKind) {
            return Optional.of("Invalid argument: at priority " + filter.priority() + " are filters of another kind");
        }
        var wanted = new Standing(filter, target.get());
        if (!standing.contains(wanted)) {
            standing.add(wanted);
        }
        standing.removeIf(other -> !other.equals(wanted) && other.filter().isInPlaceOf(filter));
        standing.sort(Comparator.comparingInt(other -> other.filter().priority()));
        return Optional.empty();
    }

    void remove(Filter filter) {
        standing.removeIf(other -> other.filter().equals(filter));
    }

    /** What leads nowhere cannot be said, and so is not seen. */
    Stream<Filter> seen() {
        return standing.stream().filter(Standing::leadsSomewhere).map(Standing::filter);
    }

    Verdict meet(Hook hook, Frame frame) {
        for (var met : standing) {
            if (met.filter().hook() == hook && means(met.filter().match(), frame)) {
                switch (met.filter().action()) {
                    case FilterAction.RedirectIn _ -> {
                        return met.leadsSomewhere()
                                ? new Verdict.ComesInBy(met.target())
                                : new Verdict.Lost("the link that it is redirected to has gone");
                    }
                    case FilterAction.PopTag _ -> {
                        return new Verdict.Goes(frame.bare());
                    }
                    case FilterAction.PushTag(var id) -> {
                        return new Verdict.Goes(frame.tagged(id));
                    }
                    case FilterAction.Prioritise _ -> {}
                }
            }
        }
        return new Verdict.Goes(frame);
    }

    /** Filters for IP packets do not look below a tag, and ARP is none. */
    private static boolean means(FilterMatch match, Frame frame) {
        return switch (match) {
            case FilterMatch.From(var source) ->
                frame.isPlainIp() && source.contains(frame.packet().source());
            case FilterMatch.To(var destination) ->
                frame.isPlainIp() && destination.contains(frame.packet().destination());
            case FilterMatch.Tagged _ -> frame.isTagged();
        };
    }

    private static int kind(FilterMatch match) {
        return switch (match) {
            case FilterMatch.From(var source) -> source.family().bits();
            case FilterMatch.To(var destination) -> destination.family().bits();
            case FilterMatch.Tagged _ -> 0;
        };
    }
}
