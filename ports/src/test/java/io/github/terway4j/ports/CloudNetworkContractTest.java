package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class CloudNetworkContractTest {
    @Test
    void no_promise_is_kept_by_a_cloud_that_nods_and_does_nothing() {
        assertEquals(everyPromise(), Breaches.brokenBy(Nodding.class));
    }

    @Test
    void patience_makes_no_liar_honest() {
        assertEquals(everyPromise(), Breaches.brokenBy(NoddingForEver.class));
    }

    @Test
    void patience_ends() {
        assertEquals(everyPromise(), Breaches.brokenBy(ThrottlingForEver.class));
    }

    private static Set<String> everyPromise() {
        return Arrays.stream(CloudNetworkContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName() + "()")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static class Nodding implements Bench {
        @Override
        public CloudNetwork cloud() {
            return new Nods();
        }
    }

    static final class NoddingForEver extends Nodding {
        @Override
        public boolean calm() {
            return false;
        }
    }

    static final class ThrottlingForEver implements Bench {
        @Override
        public CloudNetwork cloud() {
            return new Throttles();
        }

        @Override
        public boolean calm() {
            return false;
        }
    }

    interface Bench extends CloudNetworkContract {
        @Override
        default InstanceId instance() {
            return new InstanceId("i-1");
        }

        @Override
        default InstanceId neighbour() {
            return new InstanceId("i-2");
        }

        @Override
        default InstanceId faraway() {
            return new InstanceId("i-3");
        }

        @Override
        default InstanceId trunking() {
            return new InstanceId("i-4");
        }

        @Override
        default InstanceLimits limits() {
            return new InstanceLimits("ecs.liar", 2, 3, 10, 10, false, 0);
        }

        @Override
        default VSwitchId vSwitch() {
            return new VSwitchId("vsw-1");
        }

        @Override
        default VSwitchId exhaustedVSwitch() {
            return new VSwitchId("vsw-2");
        }

        @Override
        default VSwitchId ipv4VSwitch() {
            return new VSwitchId("vsw-3");
        }

        @Override
        default VSwitchId prefixVSwitch() {
            return new VSwitchId("vsw-4");
        }

        @Override
        default List<SecurityGroupId> securityGroups() {
            return List.of(new SecurityGroupId("sg-1"));
        }

        @Override
        default void passTime(Duration length) {}
    }

    /** Says yes to everything, and knows of one ENI that is just what everybody wants. */
    private static final class Nods implements CloudNetwork {
        private static final Eni ONLY = new Eni(
                new EniId("eni-1"),
                Mac.parse("00:16:3e:00:00:01"),
                EniKind.SECONDARY,
                EniStatus.AVAILABLE,
                new VSwitchId("vsw-1"),
                List.of(Ip.parse("10.0.0.1")));

        @Override
        public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
            return new CloudOutcome.Done<>(List.of(ONLY));
        }

        @Override
        public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
            return new CloudOutcome.Done<>(List.of());
        }

        @Override
        public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
            return new CloudOutcome.Done<>(ONLY);
        }

        @Override
        public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
            return new CloudOutcome.Done<>(Nothing.NOTHING);
        }

        @Override
        public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
            return new CloudOutcome.Done<>(Nothing.NOTHING);
        }

        @Override
        public CloudOutcome<Nothing> delete(EniId eni) {
            return new CloudOutcome.Done<>(Nothing.NOTHING);
        }

        @Override
        public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
            return new CloudOutcome.Done<>(Collections.nCopies(count, ONLY.primaryAddress()));
        }

        @Override
        public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
            return new CloudOutcome.Done<>(List.of());
        }

        @Override
        public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
            return new CloudOutcome.Done<>(Nothing.NOTHING);
        }

        @Override
        public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
            return new CloudOutcome.Done<>(Nothing.NOTHING);
        }
    }

    /** Has never time. */
    private static final class Throttles implements CloudNetwork {
        @Override
        public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
            return throttled();
        }

        @Override
        public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
            return throttled();
        }

        @Override
        public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
            return throttled();
        }

        @Override
        public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
            return throttled();
        }

        @Override
        public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
            return throttled();
        }

        @Override
        public CloudOutcome<Nothing> delete(EniId eni) {
            return throttled();
        }

        @Override
        public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
            return throttled();
        }

        @Override
        public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
            return throttled();
        }

        @Override
        public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
            return throttled();
        }

        @Override
        public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
            return throttled();
        }

        private static <T> CloudOutcome<T> throttled() {
            return new CloudOutcome.Throttled<>(Duration.ofSeconds(1));
        }
    }
}
