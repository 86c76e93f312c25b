package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.CloudSight;
import io.github.terway4j.ports.out.Tasks;
import java.util.List;
import java.util.stream.Stream;

/**
 * Serves those who have an address by what the cloud showed to an earlier agent, until it shows something again. Nobody else
 * gets an address by it: what the ENIs carry may have changed, and their devices, gateways and leases have not.
 */
public final class CloudRecall {
    private final CloudMemory memory;
    private final NodeBook book;
    private final EniPreparer preparer;
    private final VSwitchShelf vSwitches;
    private final Tasks tasks;

    public CloudRecall(CloudMemory memory, NodeBook book, EniPreparer preparer, VSwitchShelf vSwitches, Tasks tasks) {
        this.memory = memory;
        this.book = book;
        this.preparer = preparer;
        this.vSwitches = vSwitches;
        this.tasks = tasks;
    }

    /** Before the first look. Returns whether every lease is served, so that nobody need wait for that look. */
    public boolean serve() {
        var sight = memory.sight();
        if (!sight.enis().isEmpty()) {
            vSwitches.recall(sight.vSwitches(), tasks.instant());
            preparer.prepare(new EnisSeen(List.of(), sight.enis()));
            vSwitches.doubt();
        }
        var leases = book.ask(LeaseBook::leases);
        return !leases.isEmpty()
                && leases.stream().allMatch(lease -> book.serving(lease.eni()).isPresent());
    }

    /** Once ENIs have been prepared by what the cloud has just shown. What cannot be written down now, the next look is for. */
    void saw(EnisSeen enis) {
        var seen = Stream.concat(enis.ours().stream(), enis.others().stream()).toList();
        memory.keep(CloudSight.of(
                seen, vSwitches.known(seen.stream().map(Eni::vSwitch).distinct().toList())));
    }
}
