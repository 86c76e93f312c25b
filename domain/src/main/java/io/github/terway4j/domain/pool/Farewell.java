package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.lease.Unheld;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Holding.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * In two steps: what shall go is marked, and only what an earlier pass marked, and nobody has taken since, goes. Nothing
 * is marked while the cloud takes nothing back.
 */
final class Farewell {
    private final Pace pace;
    private final Roads roads;
    private final List<PoolAction> actions = new ArrayList<>();
    private final List<Ip> marks = new ArrayList<>();

    Farewell(Pace pace, Roads roads) {
        this.pace = pace;
        this.roads = roads;
    }

    List<PoolAction> actions() {
        return actions;
    }

    List<Ip> marks() {
        return marks;
    }

    /** To an ENI that nobody is on. */
    void to(Stand stand) {
        if (!isPossible(stand)) {
            return;
        }
        var unheld = stand.holding().unheld();
        mark(unheld);
        // Every pod takes an IPv4 address: a block of IPv6 is idle where those are.
        var blocks = stand.holding().spareBlocks().toList();
        blocks.forEach(this::mark);
        if (unheld.stream().allMatch(free -> free.standing() == Standing.MARKED)
                && blocks.stream().allMatch(Block::isMarked)) {
            ending(stand.holding().eni()).ifPresent(this::plan);
        }
    }

    /** Whether the cloud would take the ENI; to detach one that cannot be deleted would be to attach it anew. */
    boolean isPossible(Stand stand) {
        return ending(stand.holding().eni())
                .map(action -> mayGo(CloudOperation.of(action), stand) && roads.open(CloudOperation.DELETE_ENI))
                .orElse(true);
    }

    /** To so many addresses of each family, the highest of those that can go without the ENI. */
    void to(Stand stand, int count) {
        for (var tally : stand.tallies()) {
            if (tally.family() == IpFamily.V4 || !tally.block()) {
                to(stand, tally.family(), count);
            }
        }
    }

    void to(Stand stand, IpFamily family, int count) {
        if (!mayGo(CloudOperation.UNASSIGN, stand)) {
            return;
        }
        var chosen = stand.holding().spare(family, count);
        mark(chosen);
        var marked = chosen.stream()
                .filter(free -> free.standing() == Standing.MARKED)
                .map(Unheld::ip)
                .toList();
        inCalls(
                marked,
                some -> new PoolAction.UnassignAddresses(stand.holding().eni().id(), some));
    }

    /** To so many prefixes, the highest of those that are idle. */
    void toBlocks(Stand stand, int count) {
        if (!mayGo(CloudOperation.UNASSIGN, stand)) {
            return;
        }
        var chosen = stand.holding()
                .spareBlocks()
                .sorted(Comparator.comparing(Block::prefix).reversed())
                .limit(count)
                .toList();
        chosen.forEach(this::mark);
        var marked = chosen.stream().filter(Block::isMarked).map(Block::prefix).toList();
        inCalls(
                marked,
                some -> new PoolAction.UnassignPrefixes(stand.holding().eni().id(), some));
    }

    private <T> void inCalls(List<T> things, Function<List<T>, PoolAction> call) {
        var perCall = pace.addressesPerCall();
        for (int from = 0; from < things.size(); from += perCall) {
            plan(call.apply(things.subList(from, Math.min(from + perCall, things.size()))));
        }
    }

    private boolean mayGo(CloudOperation operation, Stand stand) {
        return roads.open(operation) && roads.open(stand.holding().eni().id());
    }

    private static Optional<PoolAction> ending(Eni eni) {
        return switch (eni.status()) {
            case IN_USE -> Optional.of(new PoolAction.DetachEni(eni.id()));
            case AVAILABLE -> Optional.of(new PoolAction.DeleteEni(eni.id()));
            case ATTACHING, DETACHING, DELETING, STRANGE -> Optional.empty();
        };
    }

    private void mark(List<Unheld> going) {
        going.stream().map(Unheld::ip).forEach(marks::add);
    }

    private void mark(Block block) {
        marks.addAll(block.prefix().addresses(block.prefix().size()));
    }

    private void plan(PoolAction action) {
        var operation = CloudOperation.of(action);
        if (roads.mayAsk(operation)) {
            roads.asked(operation);
            actions.add(action);
        }
    }
}
