package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.pool.CloudOperation;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.pool.Shortfall;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People are told once of what goes on, and again when it is otherwise. */
final class PoolNewsTest {
    private static final EniId ENI = new EniId("eni-1");

    private final Events events = new Events();
    private final PoolNews news = new PoolNews(events);

    @Test
    void a_full_node_is_told_of_once_however_many_pods_come_and_go() {
        isShort(new Shortfall.NodeFull(1, 10));
        isShort(new Shortfall.NodeFull(2, 10));
        isShort(new Shortfall.NodeFull(1, 10));
        assertEquals(1, events.told.size(), events.told::toString);
    }

    @Test
    void another_reason_is_news_and_so_is_the_same_one_after_all_was_well() {
        isShort(new Shortfall.NodeFull(1, 10));
        isShort(new Shortfall.NodeFull(1, 20));
        news.shortOf(Optional.empty(), () -> "");
        isShort(new Shortfall.NodeFull(1, 20));
        assertEquals(3, events.told.size(), events.told::toString);
    }

    @Test
    void a_failure_is_told_once_until_it_is_of_another_kind_or_the_eni_is_another() {
        failed(new CloudOutcome.Conflict<Void>("request 1: it is busy"));
        failed(new CloudOutcome.Conflict<Void>("request 2: it is busy"));
        assertEquals(1, events.told.size(), events.told::toString);
        failed(new CloudOutcome.Denied<Void>("request 3: not allowed"));
        assertEquals(2, events.told.size(), events.told::toString);
        news.thereAre(List.of(ENI));
        failed(new CloudOutcome.Denied<Void>("request 4: not allowed"));
        assertEquals(2, events.told.size(), events.told::toString);
        news.thereAre(List.of());
        failed(new CloudOutcome.Denied<Void>("request 5: not allowed"));
        assertEquals(3, events.told.size(), "it was gone, so that this is another: " + events.told);
    }

    private void isShort(Shortfall shortfall) {
        news.shortOf(Optional.of(shortfall), shortfall::words);
    }

    private void failed(CloudOutcome<?> outcome) {
        news.failed(
                CloudAnswers.Asked.of(CloudOperation.DETACH_ENI, Portion.ADDRESS, EventReason.RESOURCE_INVALID, ENI),
                outcome);
    }
}
