package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.VpcRoute;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.NodeBlock;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.ports.in.ReconcilePool;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeLookup;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stocks the node's own block of addresses, where pods have these and not an ENI's. Which block that is, the cluster says
 * once and for all.
 */
public final class BlockKeeper implements ReconcilePool {
    /** Chosen: a new node waits a few seconds for whoever allots blocks. */
    private static final Duration UNTIL_IT_IS_ALLOTTED = Duration.ofSeconds(2);

    private final NodeDirectory nodes;
    private final Kernel kernel;
    private final Node node;
    private final NodeBook book;
    private final Tasks tasks;
    private final EniId place;
    private Optional<NodeBlock> block = Optional.empty();

    /** How often somebody had wanted something when that was last looked after. */
    private long heard;

    private Duration rest = Duration.ZERO;

    public BlockKeeper(NodeDirectory nodes, Kernel kernel, Node node, NodeBook book, Tasks tasks) {
        this.nodes = nodes;
        this.kernel = kernel;
        this.node = node;
        this.book = book;
        this.tasks = tasks;
        this.place = NodeBlock.place(node.facts().instance());
    }

    /** Goes on for ever, after the first pass: another when somebody wants something, or when it is time. */
    public void run() {
        while (true) {
            book.wanted.awaitBeyond(heard, tasks.instant().plus(rest));
            pass();
        }
    }

    @Override
    public Duration pass() {
        heard = book.wanted.count();
        var queue = book.queue();
        var trouble = read().or(this::serve);
        if (trouble.isPresent()) {
            book.looked(trouble);
            rest = UNTIL_IT_IS_ALLOTTED;
        } else if (isEmpty()) {
            book.lookedInVain(queue, new Fault.Capacity("every address of %s is held, or rests".formatted(words())));
            rest = node.syncPeriod();
        } else {
            book.looked(Optional.empty());
            rest = node.syncPeriod();
        }
        return rest;
    }

    /** Why the node's block is not known; empty once it is. */
    private Optional<Fault> read() {
        return block.isPresent()
                ? Optional.empty()
                : switch (nodes.self()) {
                    case NodeLookup.Found(var self) -> take(self);
                    case NodeLookup.Absent() -> outside("the cluster knows no node of this name");
                    case NodeLookup.Unreadable(var words) -> outside("the node's block could not be read: " + words);
                };
    }

    private Optional<Fault> take(ListedNode self) {
        if (self.blocks().isEmpty()) {
            return outside(
                    "the cluster has allotted no block of addresses (podCIDR) to node %s yet".formatted(self.name()));
        }
        var families = node.families().stream()
                .flatMap(family -> self.blocks().stream()
                        .filter(cidr -> cidr.family() == family)
                        .limit(1))
                .toList();
        if (families.size() < node.families().size()) {
            return Optional.of(new Fault.Configuration(
                    "pods shall get %s, but the node's blocks are %s".formatted(node.families(), self.blocks())));
        }
        block = Optional.of(new NodeBlock(stack(families)));
        return Optional.empty();
    }

    private static DualStack<Cidr> stack(List<Cidr> blocks) {
        var first = blocks.getFirst();
        if (blocks.size() > 1) {
            return DualStack.both(first, blocks.getLast());
        }
        return switch (first.family()) {
            case V4 -> DualStack.v4(first);
            case V6 -> DualStack.v6(first);
        };
    }

    /** Each time, as an ENI is prepared each time: what somebody has removed is missed by every pod. */
    private Optional<Fault> serve() {
        return switch (kernel.observe(node.host(), List.of())) {
            case Observation.Seen(var host) ->
                device(host)
                        .map(device -> serve(device, host))
                        .orElseGet(() -> outside("no device has the node's own address"));
            case Observation.NoSuchNamespace(var _, var words) -> outside(words);
            case Observation.Unreadable(var _, var words) -> outside(words);
        };
    }

    private Optional<Fault> serve(Link device, KernelState host) {
        var blocks = block.orElseThrow();
        var wiring = new EniWiring(
                node.host(),
                device.name(),
                device.index(),
                blocks.gateways(),
                node.facts().hostAddresses(),
                node.eniMtu());
        var steps = new ArrayList<>(node.datapath().eni(wiring).steps());
        steps.addAll(VpcRoute.unused(host, blocks.cidrs()).steps());
        var outcome = kernel.apply(steps);
        if (!(outcome instanceof KernelOutcome.Applied)) {
            return outside("%s could not be prepared: %s".formatted(device.name(), outcome));
        }
        book.serves(place, new ServingEni(wiring, blocks.cidrs()));
        book.change(leases -> leases.stock(place, blocks.addresses()));
        book.surveyed();
        return Optional.empty();
    }

    /** The first that carries it: devices for pods, which may carry it too, came later. */
    private Optional<Link> device(KernelState host) {
        var own = node.facts().hostAddresses().all();
        return host.addresses().stream()
                .filter(address -> own.contains(address.address().ip()))
                .map(KernelObject.Address::link)
                .flatMap(name -> host.link(name).stream())
                .min(Comparator.comparingInt(Link::index));
    }

    private boolean isEmpty() {
        return book.ask(leases -> leases.free(place).stream().noneMatch(ip -> leases.standing(ip) == Standing.READY));
    }

    private String words() {
        return block.stream()
                .flatMap(blocks -> blocks.cidrs().all().stream())
                .map(Cidr::toString)
                .collect(Collectors.joining(" and "));
    }

    private static Optional<Fault> outside(String words) {
        return Optional.of(new Fault.Outside(words));
    }
}
