package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.node.NodeLabels;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.ConfigLookup;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeLookup;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodLookup;
import io.github.terway4j.ports.out.PodNews;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** All that an agent wants of an API server, and what of it does not come about. */
final class Errands implements AutoCloseable {
    private static final String NODE = "node-a";
    private static final PodRef WEB = new PodRef("default", "web");
    private static final PodRef LATER = new PodRef("default", "later");
    private static final String SYSTEM = "kube-system";
    private static final Duration SOON = Duration.ofMillis(10);
    /** Of a thing that is on its way; one that never comes is waited for in vain as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MockCluster cluster;
    private final SystemTasks tasks = new SystemTasks();
    private final Outbox outbox = new Outbox();
    private final SplittableRandom chance = new SplittableRandom(1);
    private final Set<Errand> failed = EnumSet.noneOf(Errand.class);

    Errands(MockCluster cluster) {
        this.cluster = cluster;
        cluster.join(new NodeBuilder()
                .withNewMetadata()
                .withName(NODE)
                .endMetadata()
                .withNewStatus()
                .endStatus()
                .build());
        configure("{}");
        cluster.configure(
                SYSTEM,
                "kubeadm-config",
                Map.of("ClusterConfiguration", "networking:\n  serviceSubnet: 10.96.0.0/12\n"));
        cluster.run(NODE, WEB);
    }

    private void configure(String text) {
        cluster.configure(SYSTEM, "eni-config", Map.of("eni_conf", text));
    }

    /** Those that failed. */
    Set<Errand> run() {
        hearOfPods();
        lookAround();
        hearOfConfiguration();
        sayThings();
        return failed;
    }

    private void hearOfPods() {
        var feed = new KubernetesPodFeed(cluster.server, NODE, tasks, chance);
        if (feed.newerThan(0, SOON) instanceof PodNews.Listed(var version, var pods) && pods.size() == 1) {
            expect(Errand.HEAR_OF_PODS, hears(feed, version));
        } else {
            failed.addAll(List.of(Errand.LIST_PODS, Errand.HEAR_OF_PODS));
        }
    }

    private boolean hears(KubernetesPodFeed feed, long listed) {
        var news = feed.newerThan(listed, SOON);
        cluster.run(NODE, LATER);
        var deadline = tasks.instant().plus(PATIENCE);
        while (news instanceof PodNews.Changed(var version, var present, var _)) {
            if (present.stream().anyMatch(pod -> pod.pod().equals(LATER))) {
                return true;
            }
            if (tasks.instant().isAfter(deadline)) {
                return false;
            }
            news = feed.newerThan(version, SOON);
        }
        return false;
    }

    private void lookAround() {
        var pods = new KubernetesPodDirectory(cluster.server, NODE);
        expect(Errand.FIND_A_POD, pods.find(WEB) instanceof PodLookup.Found);
        expect(Errand.COUNT_PODS, pods.census() instanceof PodCensus.Complete);
        var nodes = new KubernetesNodeDirectory(cluster.server, NODE);
        expect(Errand.FIND_THE_NODE, nodes.self() instanceof NodeLookup.Found);
        expect(Errand.COUNT_NODES, nodes.census() instanceof NodeCensus.Complete);
    }

    private void hearOfConfiguration() {
        var directory =
                KubernetesConfigDirectory.watching(cluster.server, NODE, SYSTEM, List.of("eni-config"), tasks, chance);
        expect(Errand.FIND_THE_SERVICES, directory.serviceCidrs().isPresent());
        if (!comes(() -> directory.read() instanceof ConfigLookup.Written)) {
            failed.addAll(List.of(Errand.READ_THE_CONFIGURATION, Errand.HEAR_OF_CONFIGURATION, Errand.HEAR_OF_LABELS));
            return;
        }
        comes(() -> cluster.api.watches() >= 3);
        var before = lists();
        configure("{\"max_pool_size\": 7}");
        expect(
                Errand.HEAR_OF_CONFIGURATION,
                comes(() -> directory.read() instanceof ConfigLookup.Written(var _, var texts, var _)
                                && texts.toString().contains("max_pool_size"))
                        && lists() == before);
        cluster.admin()
                .nodes()
                .withName(NODE)
                .edit(node -> new NodeBuilder(node)
                        .editMetadata()
                        .addToLabels(NodeLabels.EXCLUSIVE, "eniOnly")
                        .endMetadata()
                        .build());
        expect(
                Errand.HEAR_OF_LABELS,
                comes(() -> directory.read() instanceof ConfigLookup.Written(var labels, var _, var _)
                                && !labels.equals(NodeLabels.NONE))
                        && lists() == before);
    }

    /** Whoever cannot be told of a change asks for everything again and again. */
    private long lists() {
        return cluster.api.lists("/api/v1/");
    }

    private void sayThings() {
        var pods = new KubernetesPodDirectory(cluster.server, NODE);
        var chronicle = new KubernetesChronicle(cluster.server, NODE, pods, outbox, tasks);
        chronicle.pod(WEB, EventReason.ALLOC_IP_FAILED, "the same");
        outbox.awaitEmpty();
        expect(Errand.TELL, !events().isEmpty());
        chronicle.pod(WEB, EventReason.ALLOC_IP_FAILED, "the same");
        outbox.awaitEmpty();
        expect(Errand.TELL_AGAIN, events().equals(List.of(2)));
        new KubernetesNodeConditions(cluster.server, NODE, outbox, tasks).say(NodeCondition.sufficientIp());
        new KubernetesNodeNotes(cluster.server, NODE, outbox, tasks)
                .write(new TreeMap<>(Map.of("k8s.aliyun.com/max-available-ip", "1")));
        new KubernetesPodNotes(cluster.server, outbox).addresses(WEB, DualStack.v4(Ip.parse("10.0.0.5")));
        outbox.awaitEmpty();
        var node = cluster.admin().nodes().withName(NODE).get();
        expect(Errand.SAY_THE_CONDITION, node.toString().contains("SufficientIP"));
        expect(Errand.NOTE_ON_THE_NODE, node.toString().contains("k8s.aliyun.com/max-available-ip"));
        expect(
                Errand.NOTE_ON_A_POD,
                cluster.admin()
                        .pods()
                        .inNamespace(WEB.namespace())
                        .withName(WEB.name())
                        .get()
                        .toString()
                        .contains("10.0.0.5"));
    }

    private List<Integer> events() {
        return cluster.admin().v1().events().inAnyNamespace().list().getItems().stream()
                .map(event -> event.getCount())
                .toList();
    }

    private boolean comes(BooleanSupplier thing) {
        var deadline = tasks.instant().plus(PATIENCE);
        while (!thing.getAsBoolean()) {
            if (tasks.instant().isAfter(deadline)) {
                return false;
            }
            tasks.sleep(SOON);
        }
        return true;
    }

    private void expect(Errand errand, boolean done) {
        if (!done) {
            failed.add(errand);
        }
    }

    @Override
    public void close() {
        tasks.close();
        outbox.close();
    }
}
