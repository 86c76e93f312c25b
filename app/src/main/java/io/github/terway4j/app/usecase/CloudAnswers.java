package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.pool.CloudOperation;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Tasks;
import java.util.List;
import java.util.function.Function;

/** What the cloud's answers to the pool's calls mean: for the calls to come, for people, and for who made the call. */
final class CloudAnswers {
    private final PoolMemory memory;
    private final PoolNews news;
    private final Tasks tasks;

    CloudAnswers(PoolMemory memory, PoolNews news, Tasks tasks) {
        this.memory = memory;
        this.news = news;
        this.tasks = tasks;
    }

    /**
     * What was asked for.
     *
     * @param failure how people are told that it failed
     * @param enis the one that it is about, or none where one is to be made
     */
    record Asked(CloudOperation operation, Portion portion, EventReason failure, List<EniId> enis) {
        static Asked of(CloudOperation operation, Portion portion, EventReason failure, EniId eni) {
            return new Asked(operation, portion, failure, List.of(eni));
        }

        /** Failures of the same are news once. */
        String subject() {
            return enis.isEmpty() ? operation.name() : operation + " " + enis.getFirst();
        }
    }

    <T> ActionOutcome after(Asked asked, CloudOutcome<T> outcome, Function<T, ActionOutcome> next) {
        memory.learn(asked, outcome, fault(outcome), tasks.instant());
        return switch (outcome) {
            case CloudOutcome.Done<T>(var value) -> {
                news.worked(asked);
                yield next.apply(value);
            }
            // Nobody need be told: it is how the cloud is kept from complaining.
            case CloudOutcome.Throttled<T>(var length) -> new ActionOutcome.PutOff(length, fault(outcome));
            case CloudOutcome<T> failed -> {
                news.failed(asked, failed);
                yield new ActionOutcome.Failed(fault(failed));
            }
        };
    }

    private static <T> Fault fault(CloudOutcome<T> failed) {
        return switch (failed) {
            case CloudOutcome.VSwitchExhausted<T> _, CloudOutcome.LimitReached<T> _ ->
                new Fault.Capacity(failed.words());
            case CloudOutcome.Denied<T> _ -> new Fault.Configuration(failed.words());
            case CloudOutcome.Done<T> _,
                    CloudOutcome.Throttled<T> _,
                    CloudOutcome.NotFound<T> _,
                    CloudOutcome.Conflict<T> _,
                    CloudOutcome.Unforeseen<T> _,
                    CloudOutcome.Unknown<T> _ -> new Fault.Outside(failed.words());
        };
    }
}
