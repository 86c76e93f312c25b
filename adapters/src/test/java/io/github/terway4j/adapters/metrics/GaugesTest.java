package io.github.terway4j.adapters.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.ports.in.Levels;
import io.github.terway4j.ports.in.Levels.Addresses;
import io.github.terway4j.ports.in.Levels.Most;
import io.github.terway4j.ports.in.Levels.StockedEni;
import io.github.terway4j.ports.in.Levels.Waiting;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.in.ReportStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GaugesTest {
    private static final Levels LEVELS = new Levels(
            List.of(
                    new Addresses(EniWish.ANY, IpFamily.V4, Standing.HELD, 7),
                    new Addresses(EniWish.ANY, IpFamily.V4, Standing.READY, 2),
                    new Addresses(EniWish.ANY, IpFamily.V4, Standing.RESERVED, 1),
                    new Addresses(EniWish.ANY, IpFamily.V6, Standing.READY, 3),
                    new Addresses(EniWish.MEMBER, IpFamily.V4, Standing.HELD, 4)),
            List.of(
                    new StockedEni(new EniId("eni-a"), EniWish.ANY, 10),
                    new StockedEni(new EniId("eni-b"), EniWish.MEMBER, 1)),
            List.of(new Most(EniWish.ANY, 3, 10), new Most(EniWish.RDMA, 1, 10), new Most(EniWish.MEMBER, 5, 1)),
            List.of(new Waiting(EniWish.ANY, 6)),
            11,
            2,
            Degradation.L1);

    private NodeStatus status = new NodeStatus.Ready();
    private final Page page = new Page();

    @Test
    void addresses_are_read_by_pool_family_and_standing() {
        var read = read();
        assertEquals(7, read.of("terway4j_addresses{family=\"ipv4\",pool=\"any\",standing=\"held\"}"));
        assertEquals(4, read.of("terway4j_addresses{family=\"ipv4\",pool=\"member\",standing=\"held\"}"));
        assertEquals(1, read.of("terway4j_enis{pool=\"any\"}"));
        assertEquals(30, read.of("terway4j_addresses_allowed{pool=\"any\"}"));
        assertEquals(6, read.of("terway4j_waiting_pods{pool=\"any\"}"));
        assertEquals(11, read.of("terway4j_leases"));
        assertEquals(2, read.of("terway4j_cloud_open_calls"));
    }

    @Test
    void by_terways_names_members_are_remote_and_what_somebody_may_yet_claim_is_not_idle() {
        var read = read();
        assertEquals(10, read.of("terway_resource_pool_total_count{ipStack=\"ipv4\",type=\"LocalIP\"}"));
        assertEquals(2, read.of("terway_resource_pool_idle_count{ipStack=\"ipv4\",type=\"LocalIP\"}"));
        assertEquals(3, read.of("terway_resource_pool_idle_count{ipStack=\"ipv6\",type=\"LocalIP\"}"));
        assertEquals(4, read.of("terway_resource_pool_total_count{ipStack=\"ipv4\",type=\"RemoteIP\"}"));
        assertEquals(1, read.of("terway_eniip_factory_eni_count{max_eni=\"4\",name=\"eniip\"}"));
        assertEquals(10, read.of("terway_eniip_factory_ip_count{eni=\"eni-a\",max_ip=\"10\",name=\"eniip\"}"));
    }

    @Test
    void what_is_read_is_what_is_so_at_that_moment() {
        assertEquals(1, read().of("terway4j_ready"));
        status = new NodeStatus.NotReady(new Fault.Outside("the cloud is away"));
        assertEquals(0, Reading.of(page).of("terway4j_ready"));
    }

    @Test
    void of_all_levels_of_degradation_one_is_so() {
        var read = read();
        assertEquals(1, read.of("terway4j_degradation{level=\"l1\"}"));
        assertEquals(0, read.of("terway4j_degradation{level=\"none\"}"));
    }

    @Test
    void silence_and_stuck_loops_are_asked_for_when_somebody_reads() {
        Gauges.ofCluster(page, () -> Duration.ofMillis(2500));
        Gauges.ofLoops(page, () -> 3);
        assertEquals(2.5, Reading.of(page).of("terway4j_cluster_silence_seconds"));
        assertEquals(3, Reading.of(page).of("terway4j_stuck_loops"));
    }

    private Reading read() {
        Gauges.ofNode(page, () -> LEVELS, new ReportStatus() {
            @Override
            public NodeStatus status() {
                return status;
            }

            @Override
            public List<Reservation> reservations() {
                return List.of();
            }
        });
        return Reading.of(page);
    }
}
