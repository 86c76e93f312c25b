package io.github.terway4j.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Plans, carried out again and again on a tiny cloud that refuses what the real one would. */
class PoolPlannerProperties {
    private static final int MANY_PASSES = 200;

    @Property
    void passes_come_to_rest_between_the_marks(@ForAll("scenes") Scene scene) {
        var cloud = scene.cloud();
        untilQuiet(cloud, scene, 0);
        var idle = idle(cloud, scene);
        var plan = cloud.plan(scene.marks, 0);
        assertEquals(List.of(), plan.marks());
        // That a full node has nothing more at hand is as it should be.
        var lacks = idle < scene.marks.min() && cloud.holdings().size() < scene.limits.maxEnis();
        assertEquals(lacks, plan.shortfall().isPresent(), () -> cloud.holdings() + " and " + plan);
        var surplus = idle - scene.marks.max();
        for (var holding : surplus > 0 ? usable(cloud) : List.<Holding>of()) {
            var stand = Stand.of(holding, scene.limits);
            assertEquals(0, stand.spare(), () -> holding + " could give some back");
            assertTrue(stand.spareBlocks() == 0 || surplus < 16, () -> holding + " could give a prefix back");
            assertTrue(stand.serving() > 0 || stand.idle() > surplus, () -> holding + " could go");
        }
    }

    @Property
    void whoever_waits_is_served_or_told_why_not(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(max = 60) int starving) {
        var cloud = scene.cloud();
        var waiting = untilQuiet(cloud, scene, starving);
        var plan = cloud.plan(scene.marks, waiting);
        if (waiting > 0) {
            var patient = plan.shortfall().orElseThrow() instanceof Shortfall.NodeFull ? 0 : scene.marks.min();
            assertEquals(waiting + patient, plan.shortfall().orElseThrow().missing());
        }
        untilQuiet(cloud, scene, 0);
    }

    @Property
    void a_node_falls_short_only_where_it_has_no_room(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(max = 60) int starving) {
        var cloud = scene.cloud();
        var waiting = untilQuiet(cloud, scene, starving);
        cloud.plan(scene.marks, waiting).shortfall().ifPresent(shortfall -> {
            usable(cloud)
                    .forEach(holding -> assertEquals(
                            0, Stand.of(holding, scene.limits).room(scene.limits.portion()), holding::toString));
            switch (shortfall) {
                case Shortfall.NodeFull(var _, var capacity) -> {
                    assertEquals(scene.limits.maxEnis(), cloud.holdings().size());
                    assertEquals(scene.limits.capacity(), capacity);
                }
                case Shortfall.Refused _,
                        Shortfall.Unfilled _,
                        Shortfall.Degraded _,
                        Shortfall.RdmaFull _,
                        Shortfall.MembersFull _,
                        Shortfall.WholeFull _,
                        Shortfall.NoTrunk _ -> throw new AssertionError(shortfall);
                case Shortfall.NoVSwitch _ -> {
                    assertFalse(scene.vSwitch);
                    assertTrue(cloud.holdings().size() < scene.limits.maxEnis());
                }
            }
        });
    }

    /** Where all has come to rest, only one in a strange state is not. */
    private static List<Holding> usable(TinyCloud cloud) {
        return cloud.holdings().stream().filter(Holding::stays).toList();
    }

    @Property
    void a_burst_buys_what_it_needs_and_the_lower_mark_and_no_more(
            @ForAll("limits") PoolLimits limits,
            @ForAll("marks") Watermarks marks,
            @ForAll @IntRange(max = 60) int starving) {
        var scene = new Scene(limits, marks, true, List.of());
        var cloud = scene.cloud();
        untilQuiet(cloud, scene, starving);
        var portion = limits.portion().ipv4Addresses();
        var needed = Math.ceilDiv(starving + marks.min(), portion) * portion;
        assertEquals(
                Math.min(limits.capacity(), needed),
                cloud.bought - cloud.holdings().size() * limits.unused());
    }

    @Property
    void where_blocks_run_out_single_addresses_serve(
            @ForAll("limits") PoolLimits limits,
            @ForAll @IntRange(max = 4) int blocks,
            @ForAll @IntRange(min = 1, max = 60) int starving) {
        var scene = new Scene(limits, new Watermarks(0, 0), true, List.of());
        var cloud = scene.cloud();
        cloud.freeBlocks = blocks;
        var waiting = untilQuiet(cloud, scene, starving);
        var least = limits.maxEnis() * (limits.addressesPerEni() - limits.unused());
        assertTrue(starving - waiting >= Math.min(starving, least), () -> waiting + " wait: " + cloud.holdings());
        cloud.end(cloud.pods());
        untilQuiet(cloud, scene, 0);
        assertEquals(List.of(), cloud.holdings());
    }

    @Property
    void nothing_is_given_up_while_anybody_waits(
            @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 1, max = 60) int starving) {
        var plan = scene.cloud().plan(scene.marks, starving);
        assertEquals(List.of(), plan.marks());
        for (var action : plan.actions()) {
            assertTrue(
                    switch (action) {
                        case PoolAction.CreateEni _,
                                PoolAction.CreateMember _,
                                PoolAction.AttachEni _,
                                PoolAction.AttachMember _,
                                PoolAction.AssignAddresses _,
                                PoolAction.AssignPrefixes _ -> true;
                        case PoolAction.UnassignAddresses _,
                                PoolAction.UnassignPrefixes _,
                                PoolAction.DetachEni _,
                                PoolAction.DeleteEni _ -> false;
                    },
                    action::toString);
        }
    }

    /** Carries out plan after plan; what may not be done, the cloud objects to. Returns how many still wait. */
    private static int untilQuiet(TinyCloud cloud, Scene scene, int starving) {
        var waiting = starving;
        for (int pass = 0; pass < MANY_PASSES; pass++) {
            waiting = cloud.serve(waiting);
            var plan = cloud.plan(scene.marks, waiting);
            cloud.perform(plan);
            if (!cloud.timePasses() && !plan.goesOn()) {
                return waiting;
            }
        }
        throw new AssertionError("no rest after %d passes: %s".formatted(MANY_PASSES, cloud.holdings()));
    }

    private static int idle(TinyCloud cloud, Scene scene) {
        return usable(cloud).stream()
                .mapToInt(holding -> Stand.of(holding, scene.limits).idle())
                .sum();
    }

    record Scene(PoolLimits limits, Watermarks marks, boolean vSwitch, List<Holding> holdings) {
        TinyCloud cloud() {
            return new TinyCloud(limits, vSwitch, holdings);
        }
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return Combinators.combine(limits(), marks(), Arbitraries.of(true, true, true, false))
                .flatAs((limits, marks, vSwitch) -> Arbitraries.integers()
                        .between(0, limits.maxEnis())
                        .flatMap(enis -> Combinators.combine(IntStream.rangeClosed(1, enis)
                                        .mapToObj(number -> holdings(number, limits))
                                        .toList())
                                .as(holdings -> new Scene(limits, marks, vSwitch, holdings))))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<PoolLimits> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 25),
                        Arbitraries.of(List.of(IpFamily.V4), List.of(IpFamily.V4, IpFamily.V6)),
                        Arbitraries.of(Portion.values()))
                .as((enis, perEni, families, portion) ->
                        new PoolLimits(enis, perEni, families).in(perEni > 1 ? portion : Portion.ADDRESS))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Watermarks> marks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 15))
                .as((min, more) -> new Watermarks(min, min + more))
                .withoutEdgeCases();
    }

    /** In any state, with as many addresses of the two families as may be, and pods on any of them. */
    private static Arbitrary<Holding> holdings(int number, PoolLimits limits) {
        var dual = limits.families().contains(IpFamily.V6);
        return Combinators.combine(
                        Arbitraries.integers().between(1, limits.addressesPerEni()),
                        Arbitraries.integers().between(0, dual ? limits.addressesPerEni() : 0),
                        Arbitraries.of(EniStatus.values()))
                .flatAs((v4, v6, status) -> {
                    var eni = Enis.eni(number, status, v4, v6);
                    var most = status == EniStatus.DELETING ? 0 : dual ? Math.min(v4, v6) : v4;
                    return Combinators.combine(
                                    Arbitraries.integers().between(0, most), Arbitraries.shuffle(eni.addresses()))
                            .as((pods, order) -> Enis.free(eni, unheld(order, pods)));
                });
    }

    private static List<Ip> unheld(List<Ip> shuffled, int pods) {
        return Stream.of(IpFamily.values())
                .flatMap(family ->
                        shuffled.stream().filter(ip -> ip.family() == family).skip(pods))
                .toList();
    }
}
