package io.github.terway4j.app.simulate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.invariant.Change;
import io.github.terway4j.simulator.invariant.Violated;
import io.github.terway4j.simulator.ledger.SimulatedCloudJournal;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayToDisk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where all is well after the calm, one thing is spoilt, and what is asked afterwards objects by its name. */
class RecoveryTest {
    private final Simulation simulation =
            new Simulation(new SimulationPlan(4, 1_000, 1, List.of(), FaultChoice.ALL), Staging.USUAL);
    private final SimulatedNode node = simulation.nodes.getFirst();

    @BeforeEach
    void a_day_and_the_calm_after_it() {
        simulation.begin();
        simulation.world.runFor(Duration.ofMinutes(10));
        simulation.calm();
        simulation.world.runFor(new Calm(simulation.config).bound());
        assertDoesNotThrow(() -> new Recovery(simulation).require());
        assertDoesNotThrow(() -> new Stillness(simulation).require());
    }

    @AfterEach
    void the_end() {
        simulation.close();
    }

    private void objects(String name) {
        assertEquals(
                name,
                assertThrows(Violated.class, () -> new Recovery(simulation).require())
                        .invariant());
    }

    private LeaseLedger ledger() {
        return new SimulatedLeaseLedger(node.machine().disk(), WayToDisk.direct());
    }

    private CloudEni eni() {
        return simulation.secondaryEnis().getFirst();
    }

    @Test
    void a_pod_that_nobody_connects() {
        node.kubelet().start(new PodRef("default", "late"), Workload.NONE);
        objects("every-pod-has-an-address");
    }

    @Test
    void a_lease_where_no_pod_lives() {
        var lease = node.machine().disk().leases().getFirst();
        ledger().record(new Lease(
                new AttachmentKey("0".repeat(64), new LinkName("eth0")),
                new PodRef("default", "nobody"),
                lease.eni(),
                lease.addresses(),
                lease.since()));
        objects("no-lease-without-pod");
    }

    @Test
    void links_of_which_the_ledger_knows_nothing() {
        var key = node.machine().disk().leases().getFirst().key();
        simulation.watch.hear(new Change.PodEnding(node.name(), key));
        ledger().forget(key);
        simulation.watch.look();
        objects("no-orphan-in-the-kernel");
    }

    @Test
    void an_eni_that_nobody_attaches() {
        simulation.cloud.create(EniOrder.in(eni().eni().vSwitch(), eni().securityGroups()));
        objects("no-orphan-in-the-cloud");
    }

    @Test
    void more_idle_addresses_than_wanted() {
        var places = eni().places(IpFamily.V4);
        var perEni = simulation.landscape.type().ipv4PerEni();
        var answer = simulation.cloud.assign(new Assignment(eni().id(), IpFamily.V4, perEni - places));
        assertInstanceOf(Answer.Given.class, answer);
        objects("pool-between-marks");
        assertEquals(
                "nothing-more-to-do",
                assertThrows(Violated.class, () -> new Stillness(simulation).require())
                        .invariant());
    }

    @Test
    void a_call_of_which_nobody_knows_the_end() {
        new SimulatedCloudJournal(node.machine().disk(), WayToDisk.direct())
                .intend(new CloudIntent(
                        new ClientToken("lost"),
                        new CloudDeed.Delete(eni().id()),
                        node.clock().instant()));
        objects("nothing-open");
    }

    @Test
    void an_address_that_is_kept_beyond_its_time() {
        var lease = node.machine().disk().leases().getFirst();
        ledger().reservations()
                .keep(List.of(new Reservation(
                        lease.pod(),
                        new LinkName("eth0"),
                        lease.eni(),
                        lease.addresses(),
                        node.clock().instant(),
                        "it was never forgotten")));
        objects("nothing-open");
    }

    @Test
    void a_kernel_that_changes_though_there_is_nothing_to_do() {
        var machine = node.machine();
        var rule = new KernelObject.Rule(
                machine.host(),
                7_000,
                RuleSelector.from(Cidr.parse("192.0.2.0/24")),
                new RuleAction.Lookup(RouteTables.MAIN),
                Ownership.PROTOCOL);
        simulation.world.after(
                Duration.ofSeconds(1), "somebody", () -> machine.kernel().apply(List.of(new KernelStep.Make(rule))));
        assertEquals(
                "nothing-more-to-do",
                assertThrows(Violated.class, () -> new Stillness(simulation).require())
                        .invariant());
    }

    @Test
    void a_kernel_that_is_not_bare_when_all_pods_have_ended() {
        assertEquals(
                "nothing-left",
                assertThrows(Violated.class, () -> new Recovery(simulation).requireNothingLeft())
                        .invariant());
    }
}
