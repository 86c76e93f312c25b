package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.pool.Shortfall;
import io.github.terway4j.ports.out.EventReason;
import java.util.List;
import java.util.Optional;

/** Tells people what a pass has found: what has come and gone, what does not, and what is missing and why. */
public final class PoolTeller {
    private final NodeBook book;
    private final PoolNews news;
    private final Endings endings;
    private final AddressCondition condition;

    public PoolTeller(NodeBook book, PoolNews news, Endings endings, AddressCondition condition) {
        this.book = book;
        this.news = news;
        this.endings = endings;
        this.condition = condition;
    }

    /** Before anything else is begun with the same ENIs. */
    void saw(List<Eni> enis) {
        endings.saw(enis, book.ask(LeaseBook::enis));
        news.thereAre(enis.stream().map(Eni::id).toList());
    }

    /** @param fault the shortfall, by whom it concerns */
    void tell(PoolSurveyor.Survey survey, Optional<Shortfall> shortfall, Optional<Fault> fault) {
        news.stuck(survey.stuck());
        survey.lost()
                .forEach(lost ->
                        news.told(EventReason.RESOURCE_INVALID, "%s; but that is gone".formatted(lost.words())));
        // What is being tried may be refused: until a look has shown what came of it, the last word stands.
        if (fault.isPresent() || survey.plan().actions().isEmpty()) {
            condition.found(fault);
        }
        news.shortOf(shortfall, () -> fault.map(Fault::words).orElseThrow());
    }

    /** What of the configuration cannot be done here. */
    void configured(String words) {
        news.told(EventReason.CONFIG_CHECK, words);
    }
}
