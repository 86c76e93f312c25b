package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.Datapath;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes attached ENIs serve: an ENI's addresses are stocked once the cloud says that it is in use, its device has shown
 * up, known by its MAC, and the kernel has what pods on it need. What is no longer so is stocked no more.
 */
public final class EniPreparer {
    /** The interface index of a device that the host is without. */
    private static final int NOWHERE = 0;

    private final Kernel kernel;
    private final Node node;
    private final NodeBook book;
    private final VSwitchShelf vSwitches;
    private final Tasks tasks;
    private final Lending lending;

    public EniPreparer(Kernel kernel, Node node, NodeBook book, VSwitchShelf vSwitches, Tasks tasks) {
        this.kernel = kernel;
        this.node = node;
        this.book = book;
        this.vSwitches = vSwitches;
        this.tasks = tasks;
        this.lending = new Lending(book, node);
    }

    /** Says what ENIs that are in use still lack. */
    Lacks prepare(EnisSeen enis) {
        var inUse = Stream.concat(
                        enis.ours().stream(),
                        // Nothing of these is handed out, but who has an address of one keeps it.
                        enis.others().stream().filter(eni -> book.ask(leases -> leases.holdsAnyOf(eni.id()))))
                .filter(eni -> eni.status() == EniStatus.IN_USE)
                .toList();
        book.servesOnly(inUse.stream().map(Eni::id).toList());
        enis.others().forEach(eni -> book.change(leases -> leases.unstock(eni.id())));
        var wishes = new TreeMap<EniId, EniWish>();
        inUse.forEach(eni -> wishes.put(eni.id(), EniWish.servedBy(eni)));
        book.change(leases -> leases.dedicate(wishes));
        return switch (homely(inUse, kernel.observe(node.host(), List.of()))) {
            case Observation.Seen(var host) -> {
                var words = inUse.stream()
                        .flatMap(eni -> prepare(eni, enis, host).stream())
                        .toList();
                var deviceless = inUse.stream()
                        .filter(eni -> isDeviceless(eni, host))
                        .map(Eni::id)
                        .toList();
                yield new Lacks(deviceless, words);
            }
            case Observation.NoSuchNamespace(var _, var words) ->
                new Lacks(List.of(), List.of(new Fault.Outside(words)));
            case Observation.Unreadable(var _, var words) -> new Lacks(List.of(), List.of(new Fault.Outside(words)));
        };
    }

    /** The same, once devices have come home that were lent to pods of which nobody knows any more. */
    private Observation homely(List<Eni> enis, Observation seen) {
        var steps =
                seen instanceof Observation.Seen(var host) ? lending.homecomings(enis, host) : List.<KernelStep>of();
        if (steps.isEmpty()) {
            return seen;
        }
        kernel.apply(steps);
        return kernel.observe(node.host(), List.of());
    }

    private boolean isDeviceless(Eni eni, KernelState host) {
        return !eni.isMember() && host.link(eni.mac()).isEmpty() && !lending.isLent(eni);
    }

    /**
     * What keeps ENIs that are in use from serving.
     *
     * @param deviceless those whose device has not shown up
     * @param faults of all of them, these included
     */
    record Lacks(List<EniId> deviceless, List<Fault> faults) {
        /** Whether something else than a device is missing. */
        boolean trouble() {
            return faults.size() > deviceless.size();
        }
    }

    private Optional<Fault> prepare(Eni eni, EnisSeen enis, KernelState host) {
        if (isDeviceless(eni, host)) {
            book.servesNoMore(eni.id());
            return lacks("%s is attached, but no device with MAC %s has shown up yet".formatted(eni.id(), eni.mac()));
        }
        var carrier = enis.carrier(eni)
                .filter(one -> !eni.isMember() || host.link(one.mac()).isPresent());
        if (carrier.isEmpty() || (eni.isMember() && eni.traits().tag().isEmpty())) {
            book.servesNoMore(eni.id());
            return lacks("%s is a member, but its trunk is no device of this node, or its tag is not told yet"
                    .formatted(eni.id()));
        }
        return onSubnets(
                eni,
                subnets -> onSubnets(
                        carrier.get(),
                        carriers -> serve(
                                eni,
                                enis,
                                subnets,
                                wiring(eni, carrier.get(), gateways(eni, subnets, carriers), host),
                                host)));
    }

    private Optional<Fault> onSubnets(Eni eni, Function<DualStack<Cidr>, Optional<Fault>> onThem) {
        var vSwitch = vSwitches.find(eni.vSwitch(), tasks.instant());
        if (vSwitch.isEmpty()) {
            return lacks("%s lies in %s, which the cloud does not describe".formatted(eni.id(), eni.vSwitch()));
        }
        return vSwitch.get()
                .cidrs()
                .only(node.families())
                .map(onThem)
                .orElseGet(() -> lacks("%s lies in %s, which has only %s"
                        .formatted(eni.id(), eni.vSwitch(), vSwitch.get().cidrs())));
    }

    /**
     * What pods of the ENI find next on the wire. Where the trunk's filters handle the tags, its own routing table leads the
     * way, and that knows the trunk's gateways.
     */
    private DualStack<Ip> gateways(Eni eni, DualStack<Cidr> own, DualStack<Cidr> carriers) {
        var byFilters =
                eni.isMember() && waysOn(eni).stream().anyMatch(datapath -> datapath.kind() == DatapathKind.TRUNK_TAG);
        return (byFilters ? carriers : own).map(VSwitch::gateway);
    }

    private Optional<Fault> serve(Eni eni, EnisSeen enis, DualStack<Cidr> subnets, EniWiring wiring, KernelState host) {
        var serving = new ServingEni(wiring, subnets);
        if (host.link(wiring.mac()).isPresent() && !lending.isSpokenFor(eni, host)) {
            // Each time: what is there costs next to nothing, and what somebody has removed is missed by every pod of
            // the ENI.
            var steps = new ArrayList<KernelStep>();
            for (var datapath : waysOn(eni)) {
                var inTheWay = datapath.inTheWay(host, serving.wiring());
                if (!inTheWay.isEmpty()) {
                    // Who lives on it keeps what he has; nobody else gets an address of it.
                    book.change(leases -> leases.unstock(eni.id()));
                    return lacks(
                            "%s would have routing table %d for its own, but that is somebody else's, who has %s there"
                                    .formatted(
                                            eni.id(),
                                            serving.wiring().table(),
                                            inTheWay.getFirst().words()));
                }
                steps.addAll(datapath.eni(serving.wiring()).steps());
                steps.addAll(datapath.turning(host, held(eni), serving.wiring()));
            }
            var outcome = kernel.apply(steps);
            if (!(outcome instanceof KernelOutcome.Applied)) {
                return lacks("%s could not be prepared: %s".formatted(eni.id(), outcome));
            }
        }
        book.serves(eni.id(), serving);
        if (enis.ours().contains(eni)) {
            stock(eni);
        }
        return Optional.empty();
    }

    /** By which ways pods may be on the ENI: those that come now, and those that were wired before the operator chose anew. */
    private List<Datapath> waysOn(Eni eni) {
        return Stream.concat(
                        Stream.of(node.datapath(EniWish.servedBy(eni)).kind()),
                        book.ask(LeaseBook::leases).stream()
                                .filter(lease -> lease.eni().equals(eni.id()))
                                .map(Lease::datapath))
                .distinct()
                .map(DatapathKind::datapath)
                .toList();
    }

    private void stock(Eni eni) {
        var ofOneKind = lending.isOfOneKind(eni);
        book.change(leases -> {
            if (ofOneKind) {
                leases.stock(eni.id(), node.limits().singles(eni), eni.prefixes());
            } else {
                leases.unstock(eni.id());
            }
        });
    }

    private EniWiring wiring(Eni eni, Eni carrier, DualStack<Ip> gateways, KernelState host) {
        var device = host.link(carrier.mac());
        return new EniWiring(
                node.host(),
                device.map(Link::homeName).orElseGet(() -> lastName(eni)),
                device.map(Link::index).orElse(NOWHERE),
                gateways,
                node.hostAddresses(),
                node.eniMtu(),
                carrier.mac(),
                eni.traits().tag(),
                node.wiring().byHost(),
                eni.traits().traffic() == TrafficMode.HIGH_PERFORMANCE);
    }

    private LinkName lastName(Eni eni) {
        return book.serving(eni.id())
                .map(serving -> serving.wiring().link())
                .orElseGet(() -> Whereabouts.unseen(eni.mac()));
    }

    private List<Ip> held(Eni eni) {
        var leased = book.ask(LeaseBook::leases).stream()
                .filter(lease -> lease.eni().equals(eni.id()))
                .flatMap(lease -> lease.addresses().all().stream());
        var stray = book.ask(LeaseBook::strays).stream()
                .flatMap(attachment -> attachment.addresses().stream())
                .filter(ip -> eni.addresses().contains(ip)
                        || eni.prefixes().stream()
                                .anyMatch(prefix -> prefix.block().contains(ip)));
        return Stream.concat(leased, stray).toList();
    }

    private static Optional<Fault> lacks(String words) {
        return Optional.of(new Fault.Outside(words));
    }
}
