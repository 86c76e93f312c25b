package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.domain.datapath.Ownership.PROTOCOL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.syscall.Fd;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who goes where, and comes home. */
final class NamespaceVisitsTest {
    private static final String PREFIX =
            "tw4j-visits-" + ProcessHandle.current().pid() + "-";
    private static final String SETTING = "net/ipv4/conf/default/rp_filter";

    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private final NetlinkKernel kernel = new NetlinkKernel();
    private NetNs ns = new NetNs("/nowhere");

    @BeforeEach
    void a_namespace() {
        RealKernel.assumeThere();
        ns = namespaces.create(PREFIX + "ns");
    }

    @AfterEach
    void remove() {
        kernel.close();
        namespaces.named(PREFIX).forEach(namespaces::delete);
    }

    @Test
    void a_namespace_may_be_named_by_any_path_that_leads_to_it() throws Exception {
        assertEquals(new KernelOutcome.Applied(), kernel.apply(List.of(make("10.7.0.0/16"))));
        try (var fd = Fd.openForReading(ns.path())) {
            var byDescriptor = new NetNs(fd.path());
            assertEquals(1, seen(byDescriptor).state().routes().size());
        }
        var here = Files.readSymbolicLink(Path.of("/proc/self/ns/net"));
        assertEquals(
                seen(new NetNs("/proc/self/ns/net")).state().links(),
                seen(new NetNs("/proc/" + ProcessHandle.current().pid() + "/ns/net"))
                        .state()
                        .links(),
                here.toString());
    }

    @Test
    void what_is_no_network_namespace_is_told_from_what_cannot_be_opened_now() {
        for (var path : List.of("/nowhere", "/dev/null", "/proc/self/ns/pid", "/proc/self/fd/99999", "/dev/null/x")) {
            assertInstanceOf(Observation.NoSuchNamespace.class, kernel.observe(new NetNs(path), List.of()), path);
        }
        var tooLong = new NetNs("/" + "x".repeat(300));
        assertInstanceOf(Observation.Unreadable.class, kernel.observe(tooLong, List.of()));
        // That it is gone can not be said, so neither can it that there is nothing to remove.
        var removal = new KernelStep.ReapRetired(tooLong);
        assertInstanceOf(KernelOutcome.Refused.class, kernel.apply(List.of(removal)));
    }

    @Test
    void a_thread_comes_home_whether_its_errand_succeeded_or_failed() throws Exception {
        var home = networkOfThisThread();
        var refused = new KernelStep.Make(new Sysctl(ns, "net/ipv4/conf/default/rp_filter", "not a number"));

        assertEquals(new KernelOutcome.Applied(), kernel.apply(List.of(setting("1"))));
        assertInstanceOf(KernelOutcome.Refused.class, kernel.apply(List.of(refused)));
        kernel.observe(new NetNs("/dev/null"), List.of(SETTING));
        assertThrows(IllegalArgumentException.class, () -> kernel.observe(ns, List.of("net/../kernel/hostname")));

        assertEquals(home, networkOfThisThread());
    }

    @Test
    void settings_are_those_of_the_namespace_and_not_of_the_thread_that_asks() throws Exception {
        var other = namespaces.create(PREFIX + "other");
        kernel.apply(List.of(setting("2")));

        assertEquals(
                Map.of(SETTING, "2"),
                NamespaceVisitor.in(other, () -> seen(ns).state().sysctls()));
        assertNotEquals(Map.of(SETTING, "2"), seen(other).state().sysctls());
    }

    @Test
    void each_of_several_settings_goes_to_its_own_namespace() {
        var other = namespaces.create(PREFIX + "other");
        kernel.apply(List.of(setting("0"), new KernelStep.Make(new Sysctl(other, SETTING, "2")), setting("1")));

        assertEquals("1", seen(ns).state().sysctls().get(SETTING));
        assertEquals("2", seen(other).state().sysctls().get(SETTING));
    }

    @Test
    void a_setting_outside_of_the_network_is_not_ours_to_write() {
        for (var key : List.of("kernel/hostname", "net/../kernel/hostname", "../sys/net/x")) {
            var step = new KernelStep.Make(new Sysctl(ns, key, "1"));
            assertThrows(IllegalArgumentException.class, () -> kernel.apply(List.of(step)), key);
        }
    }

    @Test
    void virtual_threads_may_ask_and_none_of_their_carriers_moves() throws Exception {
        var home = networkOfThisThread();
        var tasks = new ArrayList<FutureTask<Path>>();
        for (int i = 0; i < 20; i++) {
            var step = make("10." + i + ".0.0/16");
            tasks.add(onAVirtualThread(() -> {
                assertEquals(new KernelOutcome.Applied(), kernel.apply(List.of(step, setting("1"))));
                return networkOfThisThread();
            }));
        }
        for (var task : tasks) {
            assertEquals(home, task.get());
        }
        assertEquals(20, seen(ns).state().routes().size());
    }

    @Test
    void what_a_virtual_thread_did_wrong_it_is_told_itself() throws Exception {
        var step = new KernelStep.Make(new Sysctl(ns, "kernel/hostname", "1"));
        var task =
                onAVirtualThread(() -> assertThrows(IllegalArgumentException.class, () -> kernel.apply(List.of(step))));

        assertTrue(String.valueOf(task.get().getMessage()).contains("kernel/hostname"));
    }

    @Test
    void descriptors_are_closed_again_whatever_came_of_it() throws Exception {
        var gone = new NetNs("/run/netns/" + PREFIX + "gone");
        kernel.observe(ns, List.of(SETTING));
        long before = openDescriptors();
        for (int i = 0; i < 20; i++) {
            kernel.apply(List.of(setting("1"), make("10.7.0.0/16")));
            kernel.apply(List.of(new KernelStep.Make(new Sysctl(ns, "net/nothing", "1"))));
            kernel.apply(List.of(make("10.8.0.0/16"), new KernelStep.Make(new Sysctl(gone, SETTING, "1"))));
            kernel.observe(ns, List.of(SETTING));
            kernel.observe(new NetNs("/dev/null"), List.of());
        }

        assertEquals(before, openDescriptors());
    }

    @Test
    void a_namespace_that_lives_long_is_opened_once() throws Exception {
        try (var keeper = new NetlinkKernel(List.of(ns))) {
            keeper.observe(ns, List.of());
            long before = openDescriptors();
            for (int i = 0; i < 5; i++) {
                keeper.apply(List.of(make("10." + i + ".0.0/16")));
                assertEquals(before, openDescriptors());
            }
            // It is still the same when its name is gone.
            namespaces.delete(ns);
            var seen = assertInstanceOf(Observation.Seen.class, keeper.observe(ns, List.of()));
            assertEquals(5, seen.state().routes().size());
        }
        assertInstanceOf(Observation.NoSuchNamespace.class, kernel.observe(ns, List.of()));
    }

    @Test
    void a_visitor_is_inside_and_nobody_else() throws Exception {
        var home = networkOfThisThread();

        assertNotEquals(home, NamespaceVisitor.in(ns, NamespaceVisitsTest::networkOfThisThread));

        assertEquals(home, networkOfThisThread());
        assertThrows(NoSuchNamespaceException.class, () -> NamespaceVisitor.in(new NetNs("/nowhere"), () -> 1));
    }

    private Observation.Seen seen(NetNs where) {
        return assertInstanceOf(Observation.Seen.class, kernel.observe(where, List.of(SETTING)));
    }

    private KernelStep setting(String value) {
        return new KernelStep.Make(new Sysctl(ns, SETTING, value));
    }

    private KernelStep make(String destination) {
        return new KernelStep.Make(
                new Route(ns, RouteTables.MAIN, Cidr.parse(destination), new NextHop.Blackhole(), PROTOCOL));
    }

    private static <T> FutureTask<T> onAVirtualThread(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static Path networkOfThisThread() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net"));
    }

    private static long openDescriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
