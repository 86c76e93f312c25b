package io.github.terway4j.adapters.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.ports.NodeDirectoryContract;
import io.github.terway4j.ports.out.NodeDirectory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KubernetesNodeDirectoryTest implements NodeDirectoryContract {
    private final MockCluster cluster = new MockCluster();
    private final NodeDirectory nodes = new KubernetesNodeDirectory(cluster.server, SELF.name());

    @AfterEach
    void end() {
        cluster.close();
    }

    @Override
    public NodeDirectory nodes() {
        return nodes;
    }

    @Override
    public void join(ListedNode node) {
        cluster.join(node);
    }

    @Override
    public void leave(ListedNode node) {
        cluster.leave(node.name());
    }

    @Override
    public void cutOff() {
        cluster.wire.cut();
    }

    @Override
    public void reconnect() {
        cluster.wire.mend();
    }

    @Test
    void a_node_of_which_nobody_has_said_anything_has_no_machine_and_no_block() {
        var bare = new NodeBuilder()
                .withNewMetadata()
                .withName("bare")
                .endMetadata()
                .build();
        assertEquals(new ListedNode("bare", "", List.of()), NodeReading.listed(bare));
    }

    @Test
    void a_node_with_the_older_field_alone_has_that_block() {
        var old = new NodeBuilder()
                .withNewMetadata()
                .withName("old")
                .endMetadata()
                .withNewSpec()
                .withPodCIDR("10.0.0.0/24")
                .endSpec()
                .build();
        assertEquals(List.of(Cidr.parse("10.0.0.0/24")), NodeReading.listed(old).blocks());
    }
}
