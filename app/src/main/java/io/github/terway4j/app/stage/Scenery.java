package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodFeed;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.Passage;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.SimulatedCloudNetwork;
import io.github.terway4j.simulator.cloud.SimulatedInstanceFacts;
import io.github.terway4j.simulator.cloud.SimulatedRouteTable;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.cloud.route.RouteTemper;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.cluster.SimulatedNodeDirectory;
import io.github.terway4j.simulator.cluster.SimulatedPodDirectory;
import io.github.terway4j.simulator.fabric.Fabric;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.throttle.CallRates;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** The cloud, the cluster and the wires between the machines, on whatever kernel; all but the agents. */
final class Scenery implements AutoCloseable {
    private static final long SEED = 1;
    private static final Duration TICK = Duration.ofMillis(20);

    /** Quicker than the real cloud, for people's sake: attaching takes half a second. */
    private static final EniTemper BRISK =
            new EniTemper(Spread.ofMillis(300, 700), Spread.ofMillis(300, 700), Spread.ofMillis(200, 400));

    private static final Spread EACH_WAY = Spread.ofMillis(5, 15);

    private final Namespaces namespaces;
    private final Tasks tasks;
    private final String prefix;
    private final boolean onMembers;
    private final SimulatedCloud cloud;
    private final SimulatedCluster cluster = new SimulatedCluster(SEED);
    private final Fabric fabric;
    private final CloudNetwork network;
    private final Optional<CloudDoor> door;
    private final List<StageNode> nodes = new ArrayList<>();
    private volatile boolean closed;

    /** @param hardware as of {@link Fabric} */
    Scenery(Setting setting, Kernel kernel, Namespaces namespaces, Tasks tasks, BiConsumer<NetNs, LinkName> hardware) {
        this.namespaces = namespaces;
        this.tasks = tasks;
        prefix = StagePrefix.own(namespaces);
        onMembers = setting.members().isPresent();
        cloud = new SimulatedCloud(SEED, tasks, BRISK);
        fabric = new Fabric(kernel, namespaces, cloud, prefix, hardware);
        network = new SimulatedCloudNetwork(cloud, Passage.taking(EACH_WAY, tasks, new SplittableRandom(SEED)));
        var instances =
                CloudScene.of(cloud, setting.instance(), setting.nodes()).instances();
        for (int i = 0; i < instances.size(); i++) {
            nodes.add(node("node-" + (i + 1), instances.get(i), setting.podsPerNode()));
        }
        cloud.listen(fabric);
        if (setting.mode() == DaemonMode.VPC) {
            routeToNodes();
        }
        door = door(setting.cloud());
        tasks.start("cloud", () -> {
            while (!closed) {
                cloud.settle();
                tasks.sleep(TICK);
            }
        });
    }

    /** As a cloud controller manager does: a route to each node's block, one after the other. */
    private void routeToNodes() {
        cloud.routes().temper(new RouteTemper(Spread.ofMillis(20, 40), Spread.ofMillis(20, 40)));
        var table = cloud.routes().tables().getFirst().id();
        for (var node : nodes) {
            for (var block : cluster.node(node.name()).orElseThrow().blocks()) {
                var hop = new VpcNextHop.ToInstance(node.instance());
                var order = new RouteOrder(table, block, hop, node.name(), "as allotted");
                var token = new ClientToken("route-" + block.toString().replace('/', '-'));
                // It takes no other change while one is on its way, and the last has to arrive, too.
                while (!(cloud.routes().create(order, token) instanceof Answer.Given)) {
                    tasks.sleep(TICK);
                }
            }
        }
        while (!(cloud.routes().entries(table) instanceof Answer.Given<List<RouteEntry>>(var entries))
                || entries.stream().anyMatch(entry -> entry.status() != RouteStatus.AVAILABLE)) {
            tasks.sleep(TICK);
        }
    }

    NetNs outside() {
        return fabric.vpc();
    }

    private Optional<CloudDoor> door(CloudAccess access) {
        var region = new CloudRegion(HttpCloud.REGION, Identity.ACCOUNT, cloud);
        return switch (access) {
            case MEMORY -> Optional.empty();
            case HTTP ->
                Optional.of(CloudDoor.open(
                        CloudDoor.ANYWHERE, region, Map.of(), new Identities(), CallRates.usual(), SEED, tasks));
        };
    }

    private StageNode node(String name, Instance instance, int pods) {
        // As a cluster does whose controller allots blocks: the first node has the first.
        var number = nodes.size() + 1;
        cluster.addNode(new ListedNode(
                name,
                HttpCloud.REGION + "." + instance.id(),
                List.of(block(number, pods), Cidr.parse("fd00:10:244:%x::/64".formatted(number)))));
        return new StageNode(name, instance.id(), fabric.addNode(instance.id(), name), addresses(instance));
    }

    /** A /24 as usual, or larger if more pods are to come: the first address and the last are nobody's. */
    private static Cidr block(int number, int pods) {
        var length = Math.min(24, Integer.numberOfLeadingZeros(pods + 1));
        return Cidr.of(Ip.parse("10.244.0.0").plus(number * (1L << (32 - length))), length);
    }

    private DualStack<Ip> addresses(Instance instance) {
        var primary = cloud.eni(instance.primaryEni()).orElseThrow().eni();
        return DualStack.ofIps(primary.addresses());
    }

    List<StageNode> nodes() {
        return List.copyOf(nodes);
    }

    /** Where agents reach the cloud over HTTP; empty where they reach it as a port. */
    Optional<CloudDoor> door() {
        return door;
    }

    CloudNetwork network() {
        return network;
    }

    InstanceFacts facts(StageNode node) {
        return new SimulatedInstanceFacts(cloud, node.instance(), Passage.direct());
    }

    NodeDirectory nodeDirectory(StageNode node) {
        return new SimulatedNodeDirectory(cluster, node.name());
    }

    List<RouteTable> routeTables(List<RouteTableId> wanted) {
        return wanted.stream()
                .<RouteTable>map(table -> new SimulatedRouteTable(cloud, table, Passage.direct()))
                .toList();
    }

    PodDirectory pods(StageNode node) {
        return new SimulatedPodDirectory(cluster, node.name());
    }

    PodFeed podFeed(StageNode node) {
        return new ClusterFeed(cluster, node.name(), tasks);
    }

    Sandbox startPod(StageNode node, String name) {
        var named = new PodRef("default", name);
        var pod = onMembers ? cluster.startOnMember(node.name(), named) : cluster.start(node.name(), named);
        return new Sandbox(pod.pod(), pod.facts().uid(), pod.sandbox(), namespaces.create(prefix + name), node);
    }

    String bindPod(StageNode node, PodRef pod) {
        return cluster.start(node.name(), pod).facts().uid();
    }

    void unbindPod(PodRef pod) {
        cluster.stop(pod);
    }

    void endPod(Sandbox sandbox) {
        cluster.stop(sandbox.pod());
        namespaces.delete(sandbox.netns());
    }

    EniId eniOf(Ip address) {
        return cloud.enis().stream()
                .filter(eni -> eni.eni().addresses().contains(address))
                .map(eni -> eni.eni().id())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ENI carries " + address));
    }

    List<Ip> assignedAddresses() {
        return cloud.enis().stream()
                .filter(eni ->
                        eni.eni().kind() == EniKind.SECONDARY || eni.eni().isMember())
                .flatMap(eni -> eni.eni().addresses().stream())
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        namespaces.named(prefix).stream().filter(this::isPod).forEach(namespaces::delete);
        fabric.close();
        door.ifPresent(CloudDoor::close);
    }

    private boolean isPod(NetNs ns) {
        return !ns.equals(fabric.vpc())
                && nodes.stream().noneMatch(node -> node.netns().equals(ns));
    }
}
