package io.github.terway4j.app.demo;

import io.github.terway4j.app.stage.CniAnswer;
import io.github.terway4j.app.stage.Placed;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Pods come, talk, are checked, outlive their agent, and go; and nothing of them is left. */
public final class Story {
    private final Stage stage;
    private final Plot plot;
    private final PrintStream out;
    private final Checklist checks;
    private final List<Placed> placed = new ArrayList<>();

    public Story(Stage stage, Plot plot, PrintStream out) {
        this.stage = stage;
        this.plot = plot;
        this.out = out;
        this.checks = new Checklist(out);
    }

    public Verdict tell() {
        out.println("\nStarting %d pods ...".formatted(plot.pods()));
        for (int i = 1; i <= plot.pods(); i++) {
            start("web-" + i, stage.nodes().get((i - 1) % plot.nodes()));
        }
        out.println();
        PodTable.print(placed, stage, out);
        out.println("\nThey talk:");
        new Conversations(stage, placed, checks).all();
        out.println("\nThey are checked:");
        checkEach("CHECK passes");
        removeSomethingByHand();
        out.println("\nThe agent of %s is killed:"
                .formatted(first().sandbox().node().name()));
        outliveTheAgent();
        out.println("\nThey end:");
        end();
        var leftovers = leftovers();
        var calls = stage.cloudCalls();
        calls.ifPresent(this::tellOfTheCloud);
        return new Verdict(
                stage.kernelName(),
                calls.isPresent() ? "http" : "memory",
                plot,
                checks.passed(),
                checks.failed(),
                leftovers);
    }

    private void tellOfTheCloud(Map<String, Integer> calls) {
        out.println("\nThe cloud was asked over HTTP, with signatures checked:");
        calls.forEach((action, count) -> out.println("  %5d   %s".formatted(count, action)));
        checks.check(
                "every node's ENI was made and attached that way",
                calls.getOrDefault("AttachNetworkInterface", 0) >= plot.nodes()
                        ? Optional.empty()
                        : Optional.of("that takes a call for each of %d nodes".formatted(plot.nodes())));
    }

    private void start(String name, StageNode node) {
        var sandbox = stage.startPod(node, name);
        var answer = stage.call("ADD", sandbox);
        if (answer.succeeded()) {
            placed.add(Placed.of(sandbox, answer));
        }
        checks.check(
                "%s gets an address on %s".formatted(sandbox.pod(), node.name()),
                answer.succeeded() ? Optional.empty() : Optional.of(answer.error()));
        if (!answer.succeeded()) {
            stage.endPod(sandbox);
        }
    }

    private Placed first() {
        return placed.getFirst();
    }

    private void checkEach(String claim) {
        var objections = placed.stream()
                .map(pod -> stage.call("CHECK", pod.sandbox()))
                .filter(answer -> !answer.succeeded())
                .map(CniAnswer::error)
                .findFirst();
        checks.check("%s for every pod".formatted(claim), objections);
    }

    private void removeSomethingByHand() {
        var pod = first();
        var destination = Cidr.host(pod.address(IpFamily.V4));
        var route = stage.look(pod.sandbox().node()).routes().stream()
                .filter(candidate -> candidate.destination().equals(destination))
                .findFirst();
        route.ifPresent(found -> stage.kernel().apply(List.of(new KernelStep.Remove(found))));
        var answer = stage.call("CHECK", pod.sandbox());
        checks.check(
                "CHECK names the route that was removed by hand",
                route.filter(found -> names(answer, found)).isPresent()
                        ? Optional.empty()
                        : Optional.of("it said: " + answer.object()));
        sameAgain("ADD of the same sandbox puts it back", pod);
        checkEach("CHECK passes again");
    }

    private static boolean names(CniAnswer answer, Route route) {
        return !answer.succeeded() && answer.error().contains(route.words());
    }

    private void sameAgain(String claim, Placed pod) {
        var answer = stage.call("ADD", pod.sandbox());
        checks.check(
                claim + ", with the same address",
                answer.succeeded()
                                && Placed.of(pod.sandbox(), answer).addresses().equals(pod.addresses())
                        ? Optional.empty()
                        : Optional.of("it said: " + answer.object()));
    }

    private void outliveTheAgent() {
        var pod = first();
        stage.killAgent(pod.sandbox().node());
        var meanwhile = stage.call("CHECK", pod.sandbox());
        checks.check(
                "while it is away, calls are told to try again later",
                Long.valueOf(11).equals(meanwhile.object().get("code")) && !meanwhile.succeeded()
                        ? Optional.empty()
                        : Optional.of("the answer was " + meanwhile.object()));
        new Conversations(stage, placed, checks).briefly("pods go on talking without it");
        stage.startAgent(pod.sandbox().node());
        checkEach("it comes back knowing every lease: CHECK passes");
        sameAgain("it answers a repeated ADD", pod);
    }

    private void end() {
        for (var pod : placed) {
            var answers = Stream.of("DEL", "DEL")
                    .map(command -> stage.call(command, pod.sandbox()))
                    .toList();
            stage.endPod(pod.sandbox());
            checks.check(
                    "%s ends, and may be ended twice".formatted(pod.sandbox().pod()),
                    answers.stream()
                            .filter(answer -> !answer.succeeded())
                            .map(CniAnswer::error)
                            .findFirst());
        }
    }

    private List<String> leftovers() {
        waitUntil(() ->
                stage.nodes().stream().allMatch(node -> stage.leftovers(node).isEmpty()));
        var left = new ArrayList<String>();
        for (var node : stage.nodes()) {
            left.addAll(stage.leftovers(node));
            stage.killAgent(node);
            stage.ledger(node).forEach(lease -> left.add("lease " + lease));
        }
        checks.check(
                "nothing of ours is left: no link, no rule, no route, no lease",
                left.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", left)));
        return left;
    }

    /** Links are deleted a moment after DEL has stopped their traffic. */
    private void waitUntil(BooleanSupplier condition) {
        for (int tries = 0; tries < 50 && !condition.getAsBoolean(); tries++) {
            stage.pause();
        }
    }
}
