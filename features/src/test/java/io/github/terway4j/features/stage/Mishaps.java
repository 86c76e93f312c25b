package io.github.terway4j.features.stage;

import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.FaultPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the scenario wants to go wrong with calls; nothing to begin with. */
final class Mishaps implements FaultPlan {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What agents ask of another machine that is not the cloud: news of pods, and the list of all of them. */
    private static final Set<String> ASKED_OF_THE_CLUSTER = Set.of("pods", "list");

    private record Doom(Predicate<Call> meant, int callsToLive) {}

    private record Lateness(String deed, Duration andThen) {}

    private record Coincidence(String deed, Runnable first) {}

    private final CallCounts counts = new CallCounts();
    private boolean cloudSilent;
    private Optional<Doom> doom = Optional.empty();
    private Optional<Lateness> lateness = Optional.empty();
    private Optional<Coincidence> coincidence = Optional.empty();

    /** From now on nothing that is asked of the cloud arrives there. */
    void silenceCloud() {
        cloudSilent = true;
    }

    void letCloudSpeak() {
        cloudSilent = false;
    }

    /** The agent dies when that call of a task of this name has taken effect: the first, the second, and so on. */
    void dieAtCall(String task, int number) {
        doom = Optional.of(new Doom(call -> call.task().equals(task), number));
    }

    /** The agent dies when this, asked of the cloud for the next time, has taken effect. */
    void dieAfter(String deed) {
        doom = Optional.of(new Doom(call -> isOfTheCloud(call) && deed(call).equals(deed), 1));
    }

    /** When this is asked of the cloud for the next time, something else happens there first. */
    void whenNextAsked(String deed, Runnable first) {
        coincidence = Optional.of(new Coincidence(deed, first));
    }

    /** This, asked of the cloud, takes effect only so long after the agent has given it up. */
    void delay(String deed, Duration andThen) {
        lateness = Optional.of(new Lateness(deed, andThen));
    }

    void delayNothing() {
        lateness = Optional.empty();
    }

    CallCounts counts() {
        return counts;
    }

    @Override
    public Fate fateOf(Call call) {
        if (isOfTheCloud(call)) {
            counts.add(deed(call), call.at());
            coincide(deed(call));
        }
        if (doom.filter(one -> one.meant().test(call)).isPresent() && isLast(doom.get())) {
            doom = Optional.empty();
            return new Fate.CrashAfter();
        }
        if (cloudSilent && isOfTheCloud(call)) {
            return new Fate.LostOnTheWay(PATIENCE);
        }
        return lateness.filter(late -> isOfTheCloud(call) && deed(call).equals(late.deed()))
                .<Fate>map(late -> new Fate.GivenUp(PATIENCE, late.andThen()))
                .orElseGet(Fate.Arrives::new);
    }

    private void coincide(String deed) {
        var now = coincidence.filter(one -> one.deed().equals(deed));
        if (now.isPresent()) {
            coincidence = Optional.empty();
            now.get().first().run();
        }
    }

    private boolean isLast(Doom one) {
        doom = Optional.of(new Doom(one.meant(), one.callsToLive() - 1));
        return one.callsToLive() == 1;
    }

    private static boolean isOfTheCloud(Call call) {
        return call.overNetwork() && !ASKED_OF_THE_CLUSTER.contains(deed(call));
    }

    /** A call of the cloud begins with what it does: "create", "assign". */
    private static String deed(Call call) {
        var end = call.what().indexOf(' ');
        return end < 0 ? call.what() : call.what().substring(0, end);
    }
}
