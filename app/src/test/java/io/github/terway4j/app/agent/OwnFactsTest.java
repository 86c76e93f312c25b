package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.ledger.FileCloudMemory;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFactsTest {
    private static final NodeFacts FACTS = facts("ecs.g7.large");

    @TempDir
    Path folder;

    private final SimulatedMachine machine = new SimulatedMachine();
    private final NetNs host = machine.namespaces().create("node");
    private final LaterTasks tasks = new LaterTasks();
    private final List<String> words = new ArrayList<>();

    @BeforeEach
    void theNodeHasItsAddress() {
        var eth0 = new LinkName("eth0");
        machine.kernel()
                .apply(new DatapathPlan(List.of(
                                new KernelObject.VethPair(
                                        host,
                                        eth0,
                                        Mac.local(1),
                                        host,
                                        new LinkName("far"),
                                        Mac.local(2),
                                        new Mtu(1500),
                                        ""),
                                new KernelObject.Address(host, eth0, InterfaceAddress.parse("10.0.0.5/24"))))
                        .steps());
    }

    @Test
    void what_is_remembered_serves_soon_while_the_cloud_says_nothing() {
        memory().keep(FACTS);
        assertEquals(FACTS, asked(FACTS).soon());
        assertTrue(tasks.passed().compareTo(Duration.ofSeconds(10)) < 0);
    }

    @Test
    void what_the_cloud_says_is_kept_for_the_next_agent() {
        asked(FACTS);
        tasks.goOn();
        assertEquals(Optional.of(FACTS), memory().facts());
    }

    @Test
    void a_machine_that_has_another_address_than_then_is_another_machine() {
        var elsewhere = new NodeFacts(
                new InstanceId("i-9"),
                FACTS.zone(),
                FACTS.vSwitch(),
                List.of(),
                DualStack.v4(Ip.parse("10.0.0.99")),
                FACTS.limits());
        memory().keep(elsewhere);
        var own = asked(FACTS);
        tasks.goOn();
        assertEquals(FACTS, own.soon());
    }

    @Test
    void when_the_cloud_says_otherwise_in_the_end_that_is_told() {
        memory().keep(FACTS);
        var own = asked(facts("ecs.g7.xlarge"));
        own.soon();
        tasks.goOn();
        own.whenWrong(words::add);
        tasks.goOn();
        assertEquals(1, words.size());
        assertTrue(words.getFirst().contains("ecs.g7.xlarge"), words::toString);
    }

    @Test
    void when_the_cloud_says_the_same_or_says_it_in_time_nothing_is_told() {
        memory().keep(FACTS);
        var same = asked(FACTS);
        same.soon();
        tasks.goOn();
        same.whenWrong(words::add);
        tasks.goOn();
        var inTime = asked(facts("ecs.g7.xlarge"));
        tasks.goOn();
        inTime.soon();
        inTime.whenWrong(words::add);
        tasks.goOn();
        assertEquals(List.of(), words);
    }

    private FileCloudMemory memory() {
        return FileCloudMemory.open(folder.resolve("cloud.seen"));
    }

    private OwnFacts asked(NodeFacts facts) {
        return OwnFacts.asked(() -> new CloudOutcome.Done<>(facts), memory(), machine.kernel(), host, tasks);
    }

    private static NodeFacts facts(String type) {
        return new NodeFacts(
                new InstanceId("i-1"),
                new Zone("zone-a"),
                new VSwitchId("vsw-1"),
                List.of(),
                DualStack.v4(Ip.parse("10.0.0.5")),
                new InstanceLimits(type, 3, 3, 6, 6, false, 0));
    }

    /** What is to go on beside goes on when the test says so. */
    private static final class LaterTasks implements Tasks {
        private final HastyTasks time = new HastyTasks();
        private final List<Runnable> works = new ArrayList<>();

        void goOn() {
            var now = List.copyOf(works);
            works.clear();
            now.forEach(Runnable::run);
        }

        Duration passed() {
            return time.passed();
        }

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public void sleep(Duration length) {
            time.sleep(length);
        }

        @Override
        public void start(String name, Runnable work) {
            works.add(work);
        }

        @Override
        public Signal signal(String name) {
            return time.signal(name);
        }
    }
}
