package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.Told;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttachmentCheckerTest {
    private static Bench withWeb() {
        var bench = new Bench(1, 5, 3, 3).passes(3);
        bench.attached("web");
        return bench;
    }

    @Test
    void a_sandbox_that_was_never_attached_is_unknown() {
        try (var bench = withWeb()) {
            assertEquals(new CheckOutcome.Unknown(), Traces.check(bench, bench.pod("db")));
        }
    }

    @Test
    void what_somebody_took_away_is_named_and_nothing_is_changed() {
        try (var bench = withWeb()) {
            var rule = Traces.rules(bench).getFirst();
            bench.machine.kernel().apply(List.of(new KernelStep.Remove(rule)));
            var missing = new CheckOutcome.Missing(List.of(rule.words()));
            assertEquals(missing, Traces.check(bench, bench.pod("web")));
            assertEquals(missing, Traces.check(bench, bench.pod("web")));
        }
    }

    @Test
    void what_the_eni_needs_is_needed_by_its_pods() {
        try (var bench = withWeb()) {
            bench.machine.turnDown(bench.host, new LinkName("eth1"));
            var missing = assertInstanceOf(CheckOutcome.Missing.class, Traces.check(bench, bench.pod("web")));
            assertTrue(missing.objects().contains("link eth1 up"), missing::toString);
        }
    }

    @Test
    void all_that_was_in_a_namespace_is_missing_with_it() {
        try (var bench = withWeb()) {
            var request = bench.request(bench.pod("web"));
            bench.machine.namespaces().delete(request.netns());
            var outcome = bench.ask("CHECK", () -> bench.agent.checkAttachment().check(request));
            var missing = assertInstanceOf(CheckOutcome.Missing.class, outcome);
            assertTrue(missing.objects().contains("link eth0 up"), missing::toString);
        }
    }

    @Test
    void what_cannot_be_looked_at_is_neither_there_nor_missing() {
        try (var bench = withWeb()) {
            bench.kernel.hide();
            var unreadable = assertInstanceOf(CheckOutcome.Unreadable.class, Traces.check(bench, bench.pod("web")));
            assertInstanceOf(Fault.Outside.class, unreadable.why());
        }
    }

    @Test
    void an_eni_that_serves_no_more_is_missing() {
        try (var bench = withWeb()) {
            bench.restart();
            var missing = assertInstanceOf(CheckOutcome.Missing.class, Traces.check(bench, bench.pod("web")));
            assertTrue(missing.objects().getFirst().startsWith("device of eni-"), missing::toString);
        }
    }

    @Test
    void what_the_runtime_was_told_of_and_is_not_so_is_missing() {
        try (var bench = withWeb()) {
            var strange = new Told.Link(
                    List.of(Ip.parse("10.9.9.9")), Optional.of(Mac.parse("02:00:00:00:00:99")), Optional.empty());
            assertEquals(
                    new CheckOutcome.Missing(List.of(
                            "address 10.9.9.9 dev eth0, of which the runtime was told",
                            "link eth0 with address 02:00:00:00:00:99, of which the runtime was told")),
                    check(bench, strange));
            assertEquals(
                    new CheckOutcome.Missing(List.of("link eth0 in the runtime's own record (prevResult)")),
                    check(bench, new Told.OtherLinks()));
        }
    }

    @Test
    void an_mtu_that_another_plugin_has_set_is_not_missed_if_the_runtime_was_told() {
        try (var bench = withWeb()) {
            var request = bench.request(bench.pod("web"));
            bench.machine
                    .kernel()
                    .apply(List.of(new KernelStep.Make(
                            new KernelObject.LinkMtu(request.netns(), new LinkName("eth0"), new Mtu(1300)))));
            assertInstanceOf(CheckOutcome.Missing.class, check(bench, new Told.Nothing()));
            var told = new Told.Link(List.of(), Optional.empty(), Optional.of(new Mtu(1300)));
            assertEquals(new CheckOutcome.AllThere(), check(bench, told));
        }
    }

    private static CheckOutcome check(Bench bench, Told told) {
        var request = bench.request(bench.pod("web"));
        return bench.ask("CHECK", () -> bench.agent.checkAttachment().check(request, told));
    }
}
