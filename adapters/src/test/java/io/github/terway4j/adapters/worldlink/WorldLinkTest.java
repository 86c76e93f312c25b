package io.github.terway4j.adapters.worldlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldLinkTest {
    private static final EniId ENI = new EniId("eni-1");
    private static final InstanceId INSTANCE = new InstanceId("i-1");
    private static final VSwitchId VSWITCH = new VSwitchId("vsw-1");
    private static final Eni DESCRIBED = new Eni(
            ENI,
            Mac.parse("00:16:3e:00:00:01"),
            EniKind.SECONDARY,
            EniStatus.IN_USE,
            VSWITCH,
            List.of(Ip.parse("10.0.0.1"), Ip.parse("fd00::1")));

    @TempDir
    Path folder;

    private WorldLinkServer server;
    private final EchoingCloud cloud = new EchoingCloud();

    @BeforeEach
    void listen() {
        server = WorldLinkServer.at(folder.resolve("world.sock"));
        server.offer(CloudNetwork.class, "cloud", cloud);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private <T> T port(Class<T> type, String name) {
        return WorldLink.to(folder.resolve("world.sock")).port(type, name);
    }

    private CloudNetwork far() {
        return port(CloudNetwork.class, "cloud");
    }

    @Test
    void lists_of_records_arrive_as_they_were() {
        assertEquals(new CloudOutcome.Done<>(List.of(DESCRIBED)), far().enisOf(INSTANCE));
        assertEquals(
                new CloudOutcome.Done<>(List.of(
                        new VSwitch(
                                VSWITCH,
                                new Zone("h"),
                                DualStack.both(Cidr.parse("10.0.0.0/24"), Cidr.parse("fd00::/64")),
                                7),
                        new VSwitch(VSWITCH, new Zone("h"), DualStack.v4(Cidr.parse("10.0.0.0/24")), 0))),
                far().vSwitches(List.of(VSWITCH)));
    }

    @Test
    void arguments_arrive_as_they_were() {
        var wanted =
                new NewEni(INSTANCE, VSWITCH, List.of(new SecurityGroupId("sg-1")), 10, 0, Map.of("a", "b", "c", ""));
        var token = new ClientToken("once");
        far().create(wanted, token);
        far().assign(ENI, IpFamily.V6, 3, token);
        far().unassign(ENI, List.of(Ip.parse("::"), Ip.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")));
        assertEquals(
                List.of(
                        List.of(wanted, token),
                        List.of(ENI, IpFamily.V6, 3, token),
                        List.of(ENI, List.of(Ip.parse("::"), Ip.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")))),
                cloud.heard);
    }

    @Test
    void of_two_methods_of_one_name_that_one_is_called_of_which_the_other_is_made() {
        var behind = Berth.behind(new EniId("eni-trunk"), INSTANCE);
        far().attach(ENI, behind);
        far().attach(ENI, INSTANCE);
        far().detach(ENI, behind);
        far().detach(ENI, INSTANCE);
        var itself = Berth.at(INSTANCE);
        assertEquals(
                List.of(List.of(ENI, behind), List.of(ENI, itself), List.of(ENI, behind), List.of(ENI, itself)),
                cloud.heard);
    }

    @Test
    void every_refusal_arrives_as_it_was() {
        for (var refusal : List.<CloudOutcome<Nothing>>of(
                new CloudOutcome.Throttled<>(Duration.ofMillis(1500)),
                new CloudOutcome.VSwitchExhausted<>(VSWITCH),
                new CloudOutcome.LimitReached<>("limit"),
                new CloudOutcome.NotFound<>("nothing"),
                new CloudOutcome.Conflict<>("state"),
                new CloudOutcome.Denied<>("no"),
                new CloudOutcome.Unforeseen<>("Strange.Code", "A-1", "no idea"),
                new CloudOutcome.Unknown<>("lost \"quoted\" \u2603"))) {
            cloud.next = refusal;
            assertEquals(refusal, far().delete(ENI));
        }
    }

    @Test
    void facts_and_pods_arrive_as_they_were() {
        var facts = new NodeFacts(
                INSTANCE,
                new Zone("h"),
                VSWITCH,
                List.of(),
                DualStack.v6(Ip.parse("fd00::9")),
                new InstanceLimits("type", 4, 8, 15, 15, true, 1));
        var pod = new PodFacts(new PodRef("a", "b"), "uid", new BandwidthLimit(new Rate(1000), Rate.UNLIMITED));
        server.offer(InstanceFacts.class, "facts", () -> new CloudOutcome.Done<>(facts));
        server.offer(PodDirectory.class, "pods", new PodDirectory() {
            @Override
            public PodLookup find(PodRef asked) {
                return asked.equals(pod.pod()) ? new PodLookup.Found(pod) : new PodLookup.Absent();
            }

            @Override
            public PodCensus census() {
                return new PodCensus.Complete(7, List.of());
            }
        });
        assertEquals(
                new CloudOutcome.Done<>(facts),
                port(InstanceFacts.class, "facts").read());
        assertEquals(new PodLookup.Found(pod), port(PodDirectory.class, "pods").find(pod.pod()));
        assertEquals(new PodLookup.Absent(), port(PodDirectory.class, "pods").find(new PodRef("a", "c")));
        assertEquals(
                new PodCensus.Complete(7, List.of()),
                port(PodDirectory.class, "pods").census());
    }

    @Test
    void a_world_that_is_gone_answers_that_nothing_is_known() {
        server.close();
        assertInstanceOf(CloudOutcome.Unknown.class, far().delete(ENI));
        assertInstanceOf(
                PodLookup.Unreadable.class, port(PodDirectory.class, "pods").find(new PodRef("a", "b")));
        assertInstanceOf(
                PodCensus.Unreadable.class, port(PodDirectory.class, "pods").census());
    }

    @Test
    void a_mistake_in_the_world_answers_that_nothing_is_known_and_says_which() {
        var lost = assertInstanceOf(
                PodLookup.Unreadable.class, port(PodDirectory.class, "none").find(new PodRef("a", "b")));
        assertTrue(lost.words().contains("the world offers no none"), lost.words());
    }

    @Test
    void a_port_says_by_itself_what_it_says_in_other_words_of_its_own() {
        var far = far();
        assertSame(far, far.at(Urgency.GIVE_BACK));
    }

    @Test
    void many_may_call_at_once() {
        var calls = new ArrayList<CompletableFuture<CloudOutcome<List<Eni>>>>();
        for (int i = 0; i < 50; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> far().enisOf(INSTANCE)));
        }
        calls.forEach(call -> assertEquals(new CloudOutcome.Done<>(List.of(DESCRIBED)), call.join()));
    }

    /** Remembers what it heard. */
    private static final class EchoingCloud implements CloudNetwork {
        private final List<List<Object>> heard = new ArrayList<>();
        private CloudOutcome<Nothing> next = new CloudOutcome.Done<>(Nothing.NOTHING);

        @Override
        public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
            return new CloudOutcome.Done<>(List.of(DESCRIBED));
        }

        @Override
        public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
            return new CloudOutcome.Done<>(List.of(
                    new VSwitch(
                            VSWITCH,
                            new Zone("h"),
                            DualStack.both(Cidr.parse("10.0.0.0/24"), Cidr.parse("fd00::/64")),
                            7),
                    new VSwitch(VSWITCH, new Zone("h"), DualStack.v4(Cidr.parse("10.0.0.0/24")), 0)));
        }

        @Override
        public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
            heard.add(List.of(wanted, token));
            return new CloudOutcome.Done<>(DESCRIBED);
        }

        @Override
        public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
            heard.add(List.of(eni, berth));
            return next;
        }

        @Override
        public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
            heard.add(List.of(eni, berth));
            return next;
        }

        @Override
        public CloudOutcome<Nothing> delete(EniId eni) {
            return next;
        }

        @Override
        public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
            heard.add(List.of(eni, family, count, token));
            return new CloudOutcome.Done<>(List.of());
        }

        @Override
        public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
            heard.add(List.of(eni, family, count, token));
            return new CloudOutcome.Done<>(List.of(IpPrefix.parse("10.0.1.16/28"), IpPrefix.parse("fd00::/80")));
        }

        @Override
        public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
            heard.add(List.of(eni, prefixes));
            return next;
        }

        @Override
        public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
            heard.add(List.of(eni, addresses));
            return next;
        }
    }
}
