package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.netlink.FilterMessages.SeenFilter;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.List;

/** Adds and removes filters one by one, and sees which there are. Nobody else's is ever touched. */
final class FilterKeeper {
    private static final int NO_LINK = 0;

    private final NetlinkSocket socket;
    private final KernelStep step;

    FilterKeeper(NetlinkSocket socket, KernelStep step) {
        this.socket = socket;
        this.step = step;
    }

    KernelOutcome make(Filter filter) {
        int index = socket.linkIndex(filter.link().text());
        int target =
                filter.action() instanceof FilterAction.RedirectIn(var link) ? socket.linkIndex(link.text()) : NO_LINK;
        var hooks = socket.perform(FilterMessages.hooks(index));
        if (!hooks.done() && !hooks.is(Errno.EEXIST)) {
            return Answers.toMaking(step, hooks);
        }
        var inPlace = inPlaceOf(filter, index, target);
        boolean there = inPlace.stream().anyMatch(seen -> isIt(seen, filter));
        var ack = there ? hooks : socket.perform(FilterMessages.make(filter, index, target));
        if (!there && !ack.done()) {
            return Answers.toMaking(step, ack);
        }
        // Only now: until the new one is there, packets go the old way.
        inPlace.stream()
                .filter(seen -> !isIt(seen, filter))
                .forEach(seen -> socket.perform(FilterMessages.remove(seen, index)));
        return Answers.DONE;
    }

    KernelOutcome remove(Filter filter) {
        int index = socket.linkIndex(filter.link().text());
        int target = filter.action() instanceof FilterAction.RedirectIn(var link) ? indexOf(link) : NO_LINK;
        for (var seen : inPlaceOf(filter, index, target)) {
            // What leads to a link that has gone leads nowhere, and was ours.
            if (seen.action().isEmpty() || isIt(seen, filter)) {
                var ack = socket.perform(FilterMessages.remove(seen, index));
                if (!ack.done() && !Answers.absent(ack.errno())) {
                    return Answers.toMaking(step, ack);
                }
            }
        }
        return Answers.DONE;
    }

    private static boolean isIt(SeenFilter seen, Filter filter) {
        return seen.action().filter(filter.action()::equals).isPresent();
    }

    private int indexOf(LinkName link) {
        return LinkLookup.find(socket, link).map(seen -> seen.link().index()).orElse(NO_LINK);
    }

    /** Those of ours that mean the same packets at the same priority. */
    private List<SeenFilter> inPlaceOf(Filter filter, int index, int target) {
        var names = filter.action() instanceof FilterAction.RedirectIn(var link) && target != NO_LINK
                ? LinkNames.only(target, link)
                : LinkNames.none();
        return seen(socket, index, filter.hook(), names).stream()
                .filter(seen -> seen.isInPlaceOf(filter))
                .toList();
    }

    /** Ours on that hook, in the order in which packets meet them; none where there are no hooks. */
    static List<SeenFilter> seen(NetlinkSocket socket, int index, Hook hook, LinkNames names) {
        return socket.dump(
                FilterMessages.list(index, hook),
                reply -> FilterMessages.read(hook, names, reply).stream().toList());
    }
}
