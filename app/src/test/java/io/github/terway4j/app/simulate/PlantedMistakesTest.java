package io.github.terway4j.app.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.app.wiring.Surroundings;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.fault.FaultKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An agent that makes a mistake is caught in the simulation, by the name of the invariant that it breaks. */
class PlantedMistakesTest {
    /** One ENI of six addresses beside the primary one, and a pool that gives back what stands idle. */
    private static final Landscape LANDSCAPE = new Landscape(
            InstanceTypes.known().type("ecs.g6.large").limits(),
            Map.of("version", "1", "min_pool_size", 1L, "max_pool_size", 2L, "ip_cooldown", "5s"),
            false);

    private static String caught(UnaryOperator<Surroundings> mistake) {
        return caught(List.of(), mistake);
    }

    private static String caught(List<FaultKind> faults, UnaryOperator<Surroundings> mistake) {
        return caught(LANDSCAPE, faults, mistake);
    }

    private static String caught(Landscape landscape, List<FaultKind> faults, UnaryOperator<Surroundings> mistake) {
        var plan = new SimulationPlan(4, 20_000, 2, faults, FaultChoice.ALL);
        return new Run(plan, _ -> {}, _ -> {}, new Staging(_ -> landscape, mistake))
                .toTheEnd()
                .objection()
                .map(Ending.Objection::invariant)
                .orElse("nothing");
    }

    private static UnaryOperator<Surroundings> cloud(UnaryOperator<CloudNetwork> mistake) {
        return world -> with(mistake.apply(world.cloud()), world.kernel(), world.ledger(), world.journal(), world);
    }

    private static UnaryOperator<Surroundings> kernel(UnaryOperator<Kernel> mistake) {
        return world -> with(world.cloud(), mistake.apply(world.kernel()), world.ledger(), world.journal(), world);
    }

    private static UnaryOperator<Surroundings> ledger(UnaryOperator<LeaseLedger> mistake) {
        return world -> with(world.cloud(), world.kernel(), mistake.apply(world.ledger()), world.journal(), world);
    }

    private static UnaryOperator<Surroundings> journal(UnaryOperator<CloudJournal> mistake) {
        return world -> with(world.cloud(), world.kernel(), world.ledger(), mistake.apply(world.journal()), world);
    }

    private static Surroundings with(
            CloudNetwork cloud, Kernel kernel, LeaseLedger ledger, CloudJournal journal, Surroundings world) {
        return new Surroundings(
                cloud, kernel, ledger, journal, world.pods(), world.chronicle(), world.tasks(), world.random());
    }

    @Test
    void without_a_mistake_nothing_is_caught() {
        assertEquals("nothing", caught(UnaryOperator.identity()));
    }

    @Test
    void an_agent_that_takes_an_eni_from_its_pods() {
        assertEquals(
                "nothing-taken-from-the-living",
                caught(cloud(cloud -> and(new DetachesAtLast()).apply(cloud))));
    }

    @Test
    void an_agent_that_writes_down_another_address_than_it_gives() {
        assertEquals("no-address-twice", caught(ledger(SpoiledLedger::writingOneAddress)));
    }

    @Test
    void an_agent_that_does_not_write_its_leases_down() {
        assertEquals("ledger-before-kernel", caught(ledger(SpoiledLedger::writingNothing)));
    }

    @Test
    void an_agent_that_forgets_no_lease() {
        assertEquals("no-address-twice", caught(ledger(SpoiledLedger::forgettingNothing)));
    }

    @Test
    void an_agent_that_takes_an_address_for_another_enis() {
        assertEquals("lease-on-live-eni", caught(ledger(SpoiledLedger::writingAnotherEni)));
    }

    @Test
    void an_agent_that_remembers_no_lease_when_it_comes_back_and_does_not_know_its_links_again() {
        UnaryOperator<Surroundings> blind = kernel(SeesNoMarks::new);
        var caught = caught(
                List.of(FaultKind.CRASH),
                world -> ledger(SpoiledLedger::readingNothing).apply(blind.apply(world)));
        // It takes addresses of living pods for idle, and gives them to the next pod or back to the cloud.
        assertTrue(
                Set.of("living-stay-connected", "nothing-taken-from-the-living").contains(caught), caught);
    }

    @Test
    void but_the_kernel_makes_up_for_what_the_ledger_has_lost() {
        assertEquals("nothing", caught(List.of(FaultKind.CRASH), ledger(SpoiledLedger::readingNothing)));
    }

    @Test
    void an_agent_that_deletes_no_link() {
        assertEquals("nothing-without-lease", caught(kernel(DeletesNothing::new)));
    }

    @Test
    void an_agent_that_looks_at_the_cloud_too_often() {
        assertEquals("calls-within-budget", caught(cloud(and(PlantedMistakesTest::lookAgainAndAgain))));
    }

    @Test
    void an_agent_that_lets_nothing_out_of_its_pods() {
        assertEquals("living-stay-connected", caught(kernel(LetsNothingOut::new)));
    }

    @Test
    void an_agent_that_has_more_enis_than_its_operator_wants() {
        var type = InstanceTypes.known().type("ecs.g6.xlarge").limits();
        var one = new Landscape(type, Map.of("version", "1", "max_eni", 1L), false);
        assertEquals("within-limits", caught(one, List.of(), cloud(and(PlantedMistakesTest::haveAnother))));
    }

    @Test
    void an_agent_that_settles_nothing() {
        assertEquals("nothing-open", caught(journal(SettlesNothing::new)));
    }

    /** What an agent does besides, when it has been answered. */
    private interface Deed {
        void besides(CloudNetwork cloud, String call, List<?> arguments, CloudOutcome<?> outcome);
    }

    /** The same cloud; whenever a call has been answered, the deed is done. */
    private static UnaryOperator<CloudNetwork> and(Deed deed) {
        return cloud -> (CloudNetwork) Proxy.newProxyInstance(
                CloudNetwork.class.getClassLoader(),
                new Class<?>[] {CloudNetwork.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("at")) {
                        return proxy;
                    }
                    try {
                        var outcome = (CloudOutcome<?>) method.invoke(cloud, arguments);
                        deed.besides(cloud, method.getName(), List.of(arguments), outcome);
                        return outcome;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    /** Takes ENIs from the node once pods have come to live on them. */
    private static final class DetachesAtLast implements Deed {
        private int looks;

        @Override
        public void besides(CloudNetwork cloud, String call, List<?> arguments, CloudOutcome<?> outcome) {
            if (call.equals("enisOf") && outcome instanceof CloudOutcome.Done<?>(List<?> enis) && ++looks > 20) {
                enis.stream()
                        .map(Eni.class::cast)
                        .filter(eni -> eni.kind() == EniKind.SECONDARY && eni.count(IpFamily.V4) > 3)
                        .forEach(eni -> cloud.detach(eni.id(), (InstanceId) arguments.getFirst()));
            }
        }
    }

    private static void lookAgainAndAgain(CloudNetwork cloud, String call, List<?> arguments, CloudOutcome<?> outcome) {
        if (call.equals("enisOf")) {
            for (int i = 0; i < 150; i++) {
                cloud.enisOf((InstanceId) arguments.getFirst());
            }
        }
    }

    private static void haveAnother(CloudNetwork cloud, String call, List<?> arguments, CloudOutcome<?> outcome) {
        if (call.equals("create")
                && cloud.create(
                                (NewEni) arguments.getFirst(),
                                new ClientToken("another-" + ((ClientToken) arguments.getLast()).text()))
                        instanceof CloudOutcome.Done<Eni>(var another)) {
            cloud.attach(another.id(), ((NewEni) arguments.getFirst()).instance());
        }
    }

    private record SettlesNothing(CloudJournal journal) implements CloudJournal {
        @Override
        public LedgerOutcome intend(CloudIntent intent) {
            return journal.intend(intent);
        }

        @Override
        public LedgerOutcome settle(ClientToken token) {
            return new LedgerOutcome.Written();
        }

        @Override
        public List<CloudIntent> open() {
            return journal.open();
        }
    }

    private record SeesNoMarks(Kernel kernel) implements Kernel {
        @Override
        public KernelOutcome apply(List<KernelStep> steps) {
            return kernel.apply(steps);
        }

        @Override
        public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
            return kernel.observe(ns, sysctlKeys) instanceof Observation.Seen(var state)
                    ? new Observation.Seen(unmarked(state))
                    : new Observation.Unreadable(ns, "the kernel was not in the mood");
        }

        @Override
        public Optional<List<Link>> beyond(NetNs ns) {
            return kernel.beyond(ns);
        }

        @Override
        public boolean knows(LinkKind kind, NetNs ns) {
            return kernel.knows(kind, ns);
        }

        @Override
        public boolean knowsTags(NetNs ns) {
            return kernel.knowsTags(ns);
        }

        private static KernelState unmarked(KernelState state) {
            return new KernelState(
                    state.ns(),
                    state.links().stream().map(SeesNoMarks::unmarked).toList(),
                    state.addresses(),
                    state.routes(),
                    state.rules(),
                    state.neighbours(),
                    state.shapers(),
                    state.sysctls());
        }

        private static Link unmarked(Link link) {
            return new Link(
                    link.index(), link.name(), link.kind(), link.mac(), link.mtuBytes(), link.up(), "", link.group());
        }
    }

    private record DeletesNothing(Kernel kernel) implements Kernel {
        @Override
        public KernelOutcome apply(List<KernelStep> steps) {
            return kernel.apply(steps.stream()
                    .filter(step -> !(step instanceof KernelStep.ReapRetired) && !(step instanceof KernelStep.Remove))
                    .toList());
        }

        @Override
        public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
            return kernel.observe(ns, sysctlKeys);
        }

        @Override
        public Optional<List<Link>> beyond(NetNs ns) {
            return kernel.beyond(ns);
        }

        @Override
        public boolean knows(LinkKind kind, NetNs ns) {
            return kernel.knows(kind, ns);
        }

        @Override
        public boolean knowsTags(NetNs ns) {
            return kernel.knowsTags(ns);
        }
    }

    private record LetsNothingOut(Kernel kernel) implements Kernel {
        @Override
        public KernelOutcome apply(List<KernelStep> steps) {
            return kernel.apply(steps.stream()
                    .filter(step -> !(step instanceof KernelStep.Make(KernelObject.Rule rule))
                            || rule.priority() != VethPolicyRoute.FROM_POD_PRIORITY)
                    .toList());
        }

        @Override
        public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
            return kernel.observe(ns, sysctlKeys);
        }

        @Override
        public Optional<List<Link>> beyond(NetNs ns) {
            return kernel.beyond(ns);
        }

        @Override
        public boolean knows(LinkKind kind, NetNs ns) {
            return kernel.knows(kind, ns);
        }

        @Override
        public boolean knowsTags(NetNs ns) {
            return kernel.knowsTags(ns);
        }
    }
}
