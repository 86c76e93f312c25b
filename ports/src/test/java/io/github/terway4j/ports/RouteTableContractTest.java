package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.keptBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.domain.route.VpcRoute;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.RouteTable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class RouteTableContractTest {
    @Test
    void no_promise_is_kept_by_a_table_that_nods_and_is_empty_and_by_one_that_refuses_and_by_one_that_takes_all() {
        var kept = keptBy(Nodding.class);
        kept.retainAll(keptBy(Refusing.class));
        kept.retainAll(keptBy(Hasty.class));
        assertEquals(Set.of(), kept);
    }

    static final class Nodding implements Lying {
        @Override
        public RouteTable table() {
            return new Liar(new CloudOutcome.Done<>(Nothing.NOTHING), List.of());
        }
    }

    static final class Refusing implements Lying {
        @Override
        public RouteTable table() {
            var litter = new VpcRoute(PODS, new VpcNextHop.Elsewhere("NatGateway", "ngw-1"), RouteStatus.MODIFYING);
            return new Liar(new CloudOutcome.Throttled<>(Duration.ofSeconds(1)), List.of(litter));
        }
    }

    /** Does at once whatever it is asked for, whoever asks. */
    static final class Hasty implements Lying {
        private final TreeMap<Cidr, VpcRoute> routes = new TreeMap<>();

        @Override
        public RouteTable table() {
            return new RouteTable() {
                @Override
                public CloudOutcome<List<VpcRoute>> routes() {
                    return new CloudOutcome.Done<>(List.copyOf(routes.values()));
                }

                @Override
                public CloudOutcome<Nothing> add(Cidr destination, InstanceId instance, ClientToken token) {
                    var hop = new VpcNextHop.ToInstance(instance);
                    routes.put(destination, new VpcRoute(destination, hop, RouteStatus.AVAILABLE));
                    return new CloudOutcome.Done<>(Nothing.NOTHING);
                }

                @Override
                public CloudOutcome<Nothing> remove(Cidr destination, InstanceId instance) {
                    routes.remove(destination);
                    return new CloudOutcome.Done<>(Nothing.NOTHING);
                }
            };
        }
    }

    /** Has one answer to everything. */
    private record Liar(CloudOutcome<Nothing> answer, List<VpcRoute> litter) implements RouteTable {
        @Override
        public CloudOutcome<List<VpcRoute>> routes() {
            return new CloudOutcome.Done<>(litter);
        }

        @Override
        public CloudOutcome<Nothing> add(Cidr destination, InstanceId instance, ClientToken token) {
            return answer;
        }

        @Override
        public CloudOutcome<Nothing> remove(Cidr destination, InstanceId instance) {
            return answer;
        }
    }

    interface Lying extends RouteTableContract {
        @Override
        default InstanceId instance() {
            return new InstanceId("i-1");
        }

        @Override
        default InstanceId neighbour() {
            return new InstanceId("i-2");
        }

        @Override
        default InstanceId stranger() {
            return new InstanceId("i-3");
        }

        @Override
        default Cidr vSwitchBlock() {
            return Cidr.parse("10.1.0.0/20");
        }

        @Override
        default int quota() {
            return 3;
        }

        @Override
        default void passTime(Duration length) {}
    }
}
