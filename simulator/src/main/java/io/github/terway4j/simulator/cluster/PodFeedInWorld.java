package io.github.terway4j.simulator.cluster;

import io.github.terway4j.ports.out.PodFeed;
import io.github.terway4j.ports.out.PodNews;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.List;

/** A node's pods as a process of a world hears of them: news may come again, not at all, or from an earlier time. */
public final class PodFeedInWorld implements PodFeed {
    /** Chosen: from an API server in the same region. */
    private static final Spread NEWS = Spread.ofMillis(1, 20);

    private final PodNewsroom newsroom;
    private final SimulatedProcess reader;
    private final Mischief mischief;
    private final Tasks.Signal published;
    private PodNews former = new PodNews.Listed(0, List.of());

    public PodFeedInWorld(PodNewsroom newsroom, SimulatedProcess reader, Mischief mischief) {
        this.newsroom = newsroom;
        this.reader = reader;
        this.mischief = mischief;
        this.published = newsroom.subscribe(reader);
    }

    @Override
    public PodNews newerThan(long seen, Duration patience) {
        var raised = published.count();
        if (!newsroom.hasNewsSince(seen)) {
            published.awaitBeyond(raised, reader.tasks().instant().plus(patience));
        }
        if (!newsroom.hasNewsSince(seen)) {
            return new PodNews.Changed(seen, List.of(), List.of());
        }
        return reader.request("pods newer than " + seen, NEWS, () -> news(seen), PodNews.Unreadable::new);
    }

    private PodNews news(long seen) {
        var news = newsroom.since(seen);
        if (!mischief.strikes(FaultKind.NEWS)) {
            former = news;
            return news;
        }
        return switch (mischief.chance(FaultKind.NEWS).nextInt(3)) {
            case 0 -> former;
            case 1 -> newsroom.changed(List.of());
            default -> newsroom.everything();
        };
    }
}
