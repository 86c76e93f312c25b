package io.github.terway4j.app.usecase;

import static io.github.terway4j.app.usecase.WholeEnis.allHome;
import static io.github.terway4j.app.usecase.WholeEnis.atHome;
import static io.github.terway4j.app.usecase.WholeEnis.dies;
import static io.github.terway4j.app.usecase.WholeEnis.sweep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent dies at each call that it makes while a pod gets an ENI of its own, or gives it back. */
class WholeEniCrashTest {
    private static final List<Fate> DEATHS = List.of(new Fate.CrashBefore(), new Fate.CrashAfter());
    /** More calls than any deed makes; a round in which none was left to die at ends it. */
    private static final int MANY = 200;

    /** What happens next to the pod whose call found no end. */
    enum Sequel {
        AGAIN,
        ENDED_INSIDE,
        NAMESPACE_DIES,
        DIES_UNSAID
    }

    @ParameterizedTest
    @EnumSource
    void a_device_is_home_in_the_end_wherever_giving_it_stopped(Sequel sequel) {
        everywhere((bench, when) -> {
            var web = bench.pod("web");
            var sandbox = bench.netns(web);
            return new Deed() {
                @Override
                public void begin() {
                    bench.beginAdd(web);
                }

                @Override
                public void goOn() {
                    if (sequel == Sequel.AGAIN) {
                        assertInstanceOf(AttachOutcome.Attached.class, bench.add(web), when);
                        Traces.whole(bench, web);
                    }
                    end(sequel, bench, web, sandbox);
                }
            };
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_device_is_home_in_the_end_wherever_taking_it_back_stopped(Sequel sequel) {
        everywhere((bench, when) -> {
            bench.attached("web");
            var web = bench.pod("web");
            var sandbox = bench.netns(web);
            return new Deed() {
                @Override
                public void begin() {
                    bench.begin("DEL", () -> bench.agent.detachPod().detach(web.attachment(), sandbox));
                }

                @Override
                public void goOn() {
                    end(sequel, bench, web, sandbox);
                }
            };
        });
    }

    @Test
    void a_device_is_home_whatever_step_the_kernel_refused() {
        var steps = List.of(
                "make veth",
                "make link eth0 moved",
                "make link eth0 mtu",
                "make link eth0 up",
                "make address",
                "make route",
                "make neighbour",
                "make sysctl");
        for (var step : steps) {
            try (var bench = twoAtHand()) {
                var before = atHome(bench);
                bench.kernel.refuse(step);
                bench.notAttached("web");
                allHome(bench, before, "refused: " + step);
                bench.kernel.relent();
                bench.attached("web");
                Traces.whole(bench, bench.pod("web"));
            }
        }
    }

    private static void end(Sequel sequel, Bench bench, RunningPod web, NetNs sandbox) {
        switch (sequel) {
            case AGAIN, ENDED_INSIDE -> assertEquals(new DetachOutcome.Detached(), bench.delInside(web));
            case NAMESPACE_DIES -> {
                dies(bench, sandbox);
                assertEquals(new DetachOutcome.Detached(), bench.del(web));
            }
            case DIES_UNSAID -> {
                dies(bench, sandbox);
                bench.cluster.stop(web.pod());
                sweep(bench);
            }
        }
    }

    /** A pod's call that is about to begin, and what follows once the agent has died in it and begun anew. */
    private interface Deed {
        void begin();

        void goOn();
    }

    private interface Scene {
        Deed set(Bench bench, String when);
    }

    private static void everywhere(Scene scene) {
        for (var death : DEATHS) {
            var calls = 0;
            while (calls < MANY && dieAt(calls, death, scene)) {
                calls++;
            }
            assertTrue(calls > 5 && calls < MANY, calls + " calls");
        }
    }

    /** Whether there was such a call. */
    private static boolean dieAt(int call, Fate death, Scene scene) {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            var when = "%s at call %d".formatted(death, call);
            var deed = scene.set(bench, when);
            bench.fates.after(call, death);
            deed.begin();
            bench.run(Duration.ofSeconds(5));
            var died = bench.fates.came();
            if (died) {
                bench.restart();
                bench.passes(1);
                deed.goOn();
                bench.passes(1);
                allHome(bench, before, when);
                bench.run(Bench.REST);
                bench.attached("db");
                bench.attached("cache");
            }
            return died;
        }
    }

    private static Bench twoAtHand() {
        return Bench.ofWholeEnis(2, 2, 2).passes(5);
    }
}
