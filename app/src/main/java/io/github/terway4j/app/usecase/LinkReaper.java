package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;

/** Deletes retired links, all that have gathered in a moment at once. */
public final class LinkReaper {
    /** Long enough for a node's worth of pods that end together, short enough that nobody looks for them. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);

    private final Kernel kernel;
    private final Node node;
    private final NodeBook book;
    private final Tasks tasks;

    public LinkReaper(Kernel kernel, Node node, NodeBook book, Tasks tasks) {
        this.kernel = kernel;
        this.node = node;
        this.book = book;
        this.tasks = tasks;
    }

    /** Goes on for ever. The first round takes up what an earlier run of the agent retired. */
    public void run() {
        while (true) {
            var seen = book.retired.count();
            kernel.apply(List.of(new KernelStep.ReapRetired(node.host())));
            book.retired.awaitBeyond(seen, tasks.instant().plus(AT_LEAST_EVERY));
            tasks.sleep(GATHERING);
        }
    }
}
