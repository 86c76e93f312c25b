package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.MalformedMessageException;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.FarMark;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.KernelStep.Make;
import io.github.terway4j.domain.datapath.KernelStep.ReapRetired;
import io.github.terway4j.domain.datapath.KernelStep.Remove;
import io.github.terway4j.domain.datapath.KernelStep.Restore;
import io.github.terway4j.domain.datapath.KernelStep.Retire;
import io.github.terway4j.domain.datapath.KernelStep.Withdraw;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes one step after the other, on one platform thread. Each waits for its answer: what comes after a refusal must not
 * have happened, and the kernel would go on with the messages of one send after it had refused one.
 */
final class StepRunner {
    private final Conversation conversation;

    StepRunner(Conversation conversation) {
        this.conversation = conversation;
    }

    KernelOutcome run(List<KernelStep> steps) {
        for (int at = 0; at < steps.size(); ) {
            var settings = SettingsRun.atTheHeadOf(steps.subList(at, steps.size()));
            var outcome = settings.length() > 0 ? write(settings) : take(steps.get(at));
            if (!(outcome instanceof KernelOutcome.Applied)) {
                return outcome;
            }
            at += Math.max(1, settings.length());
        }
        return Answers.DONE;
    }

    private KernelOutcome write(SettingsRun settings) {
        try {
            return settings.write(conversation);
        } catch (NoSuchNamespaceException none) {
            return new KernelOutcome.NoSuchNamespace(none.ns(), none.words());
        } catch (ErrnoException | MalformedMessageException failure) {
            return refused(settings.steps().getFirst(), failure);
        }
    }

    private KernelOutcome take(KernelStep step) {
        return switch (step) {
            case Make make -> make(make);
            case Remove remove -> end(step, () -> new ObjectRemover(conversation, step).remove(remove.object()));
            case Retire retire ->
                end(
                        step,
                        () -> new ObjectRemover(conversation, step).retire(retire.ns(), retire.link(), retire.alias()));
            case Restore(var ns, var mac, var wayHome) ->
                end(step, () -> new LinkMover(conversation, step).restore(ns, mac, wayHome));
            case Withdraw(var ns, var key) ->
                end(step, () -> {
                    var elsewhere = new NeighbourNamespaces(conversation.with(ns));
                    elsewhere.marked().stream()
                            .filter(far -> FarMark.of(far.link().link().alias())
                                    .filter(mark -> mark.key().equals(key))
                                    .isPresent())
                            .forEach(elsewhere::delete);
                    return Answers.DONE;
                });
            case ReapRetired reap -> end(step, () -> new ObjectRemover(conversation, step).reap(reap.ns()));
        };
    }

    private KernelOutcome make(Make make) {
        try {
            return new ObjectMaker(conversation, make).make(make.object());
        } catch (NoSuchNamespaceException none) {
            return new KernelOutcome.NoSuchNamespace(none.ns(), none.words());
        } catch (ErrnoException | MalformedMessageException failure) {
            return refused(make, failure);
        }
    }

    /** Where there is no such namespace, or no such link, there is nothing left to end. */
    private static KernelOutcome end(KernelStep step, Supplier<KernelOutcome> deed) {
        try {
            return deed.get();
        } catch (NoSuchNamespaceException none) {
            return Answers.DONE;
        } catch (ErrnoException failure) {
            return Answers.absent(failure.number()) ? Answers.DONE : refused(step, failure);
        } catch (MalformedMessageException failure) {
            return refused(step, failure);
        }
    }

    private static KernelOutcome refused(KernelStep step, RuntimeException failure) {
        return new KernelOutcome.Refused(step, String.valueOf(failure.getMessage()));
    }
}
