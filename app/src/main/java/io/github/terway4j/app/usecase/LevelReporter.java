package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.ports.in.Levels;
import io.github.terway4j.ports.in.Levels.Addresses;
import io.github.terway4j.ports.in.Levels.Most;
import io.github.terway4j.ports.in.Levels.StockedEni;
import io.github.terway4j.ports.in.Levels.Waiting;
import io.github.terway4j.ports.in.ReportLevels;
import java.util.List;
import java.util.stream.Stream;

/** Reads the levels from the book, all at one moment. */
public final class LevelReporter implements ReportLevels {
    private final NodeBook book;
    private final Node node;
    private final OpenIntents intents;
    private final DegradationSwitch degradation;

    public LevelReporter(NodeBook book, Node node, OpenIntents intents, DegradationSwitch degradation) {
        this.book = book;
        this.node = node;
        this.intents = intents;
        this.degradation = degradation;
    }

    @Override
    public Levels levels() {
        var openCalls = intents.count();
        return book.ask(leases -> {
            var queue = book.queue();
            return new Levels(
                    addresses(leases),
                    enis(leases),
                    most(node.limits()),
                    List.of(
                            new Waiting(EniWish.ANY, queue.any()),
                            new Waiting(EniWish.RDMA, queue.rdma()),
                            new Waiting(EniWish.MEMBER, queue.members())),
                    leases.leases().size(),
                    openCalls,
                    degradation.level());
        });
    }

    private static List<Addresses> addresses(LeaseBook leases) {
        return Stream.of(EniWish.values())
                .flatMap(pool -> Stream.of(IpFamily.values())
                        .flatMap(family -> Stream.of(Standing.values())
                                .map(standing ->
                                        new Addresses(pool, family, standing, leases.stocked(pool, family, standing)))))
                .toList();
    }

    private static List<StockedEni> enis(LeaseBook leases) {
        return leases.enis().stream()
                .map(eni -> new StockedEni(eni, leases.serves(eni), leases.stocked(eni, IpFamily.V4)))
                .toList();
    }

    private static List<Most> most(PoolLimits limits) {
        return List.of(
                new Most(EniWish.ANY, limits.maxEnis(), limits.podsPerEni()),
                new Most(EniWish.RDMA, limits.otherEnis(), limits.podsPerEni()),
                new Most(EniWish.MEMBER, limits.members().most(), 1));
    }
}
