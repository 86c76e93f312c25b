package io.github.terway4j.app.worlds;

import io.github.terway4j.adapters.netlink.LinuxNamespaces;
import io.github.terway4j.adapters.netlink.NetlinkKernel;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.Kernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Worlds in namespaces of the kernel that these tests run on. */
final class LinuxGround {
    /** Nobody shall wait for long where nothing is to come; whoever doubts a world asks again with more patience. */
    private static final long A_MOMENT = 20_000;

    private static final int TOGETHER = 200;

    private static final Duration SETTLING = Duration.ofMillis(500);

    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private final Duration patience;
    /** Who keeps a namespace alive that nobody needs any more: many are buried together hardly slower than one. */
    private final List<Residence> graves = new ArrayList<>();

    /** @param patience how long something that was sent may be under way */
    LinuxGround(Duration patience) {
        this.patience = patience;
    }

    /** Why no world can be built here. */
    static Optional<String> obstacle() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("this is not Linux");
        }
        try {
            return Files.readString(Path.of("/proc/self/status")).contains("\nUid:\t0\t")
                    ? Optional.empty()
                    : Optional.of("network namespaces are root's to make");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Why no world of everything can be built here. */
    static Optional<String> obstacleToAll() {
        return obstacle().or(() -> {
            var namespaces = new LinuxNamespaces();
            var ns = namespaces.create(World.PREFIX + "asks");
            try (var kernel = new NetlinkKernel(List.of(ns))) {
                return Stream.of(LinkKind.IPVLAN, LinkKind.VLAN)
                        .filter(kind -> !kernel.knows(kind, ns))
                        .map(kind -> "this kernel knows no " + kind.text())
                        .findFirst();
            } finally {
                namespaces.delete(ns);
            }
        });
    }

    /** Whether these tests run in the guest of {@code deploy/test/full-kernel.sh}, where nothing may be skipped. */
    static boolean isFullKernel() {
        return System.getenv("TERWAY4J_FULL_KERNEL") != null;
    }

    /**
     * Builds the world in fresh namespaces, sends what is to be sent, and leaves nothing behind.
     *
     * @param foretold where the shots are thought to end: what is to arrive is waited for longer
     */
    Told tell(World world, List<Fate> foretold) {
        world.namespaces().forEach(ns -> namespaces.create(World.nameOf(ns)));
        try (var kernel = new NetlinkKernel(world.namespaces())) {
            return tell(world, foretold, kernel);
        } finally {
            world.namespaces().forEach(namespaces::delete);
        }
    }

    private Told tell(World world, List<Fate> foretold, Kernel kernel) {
        var residents = new TreeMap<NetNs, Residence>();
        try {
            world.namespaces().forEach(ns -> residents.put(ns, Residence.in(ns)));
            var beginning = new ArrayList<>(world.beginning());
            // What cannot be told in steps that both understand: the simulated kernel knows no such setting.
            world.namespaces()
                    .forEach(ns -> Stream.of("all", "default")
                            .map("net/ipv6/conf/%s/accept_redirects"::formatted)
                            .forEach(key -> beginning.add(new KernelStep.Make(new KernelObject.Sysctl(ns, key, "0")))));
            kernel.apply(beginning);
            var outcomes = new ArrayList<String>();
            world.deeds().forEach(deed -> {
                outcomes.add(done(kernel, residents, deed));
                settle(residents.values().stream()
                        .filter(resident -> unsettledBy(deed).test(resident.ns()))
                        .toList());
            });
            var states = world.namespaces().stream()
                    .map(ns -> SimulatedGround.seen(kernel.observe(ns, world.settings(ns))))
                    .toList();
            var fates = new Shooting(List.copyOf(residents.values()), patience).fates(world.shots(), foretold);
            return new Told(outcomes, states, fates);
        } finally {
            residents.values().forEach(Residence::fallSilent);
            graves.addAll(residents.values());
            if (graves.size() > TOGETHER) {
                graves.forEach(Residence::close);
                graves.clear();
            }
        }
    }

    private static String done(Kernel kernel, Map<NetNs, Residence> residents, Deed deed) {
        return switch (deed) {
            case Deed.Take(var step) -> kernel.apply(List.of(step)).getClass().getSimpleName();
            case Deed.Refuse refuse -> {
                Objects.requireNonNull(residents.get(refuse.ns())).refuse(refuse);
                yield "Done";
            }
            case Deed.TurnDown(var ns, var link) -> {
                Objects.requireNonNull(residents.get(ns)).turnDown(link);
                yield "Done";
            }
        };
    }

    /** Where the kernel may have more to do than it did while we waited. */
    private static Predicate<NetNs> unsettledBy(Deed deed) {
        return switch (deed) {
            case Deed.Take(KernelStep.Make(KernelObject.Address address)) ->
                ns -> ns.equals(address.ns()) && address.address().family() == IpFamily.V6;
            case Deed.Take(KernelStep.Make(KernelObject.Sysctl sysctl)) ->
                ns -> ns.equals(sysctl.ns()) && sysctl.key().endsWith("/disable_ipv6");
            case Deed.Take(KernelStep.Make(KernelObject.LinkUp _)),
                    Deed.Take(KernelStep.Make(KernelObject.LinkMtu _)),
                    Deed.Take(KernelStep.Make(KernelObject.IpvlanLink _)),
                    Deed.Take(KernelStep.Make(KernelObject.VlanLink _)),
                    Deed.Take(KernelStep.Make(KernelObject.MovedLink _)),
                    Deed.Take(KernelStep.Remove(KernelObject.MovedLink _)),
                    Deed.Take(KernelStep.Restore _),
                    Deed.TurnDown _ -> _ -> true;
            case Deed.Take _, Deed.Refuse _ -> _ -> false;
        };
    }

    private void settle(Collection<Residence> residents) {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        while (!residents.stream().allMatch(Residence::isSettled) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(A_MOMENT);
        }
    }
}
