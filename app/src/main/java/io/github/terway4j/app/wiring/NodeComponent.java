package io.github.terway4j.app.wiring;

import dagger.BindsInstance;
import dagger.Component;
import io.github.terway4j.app.usecase.BlockKeeper;
import io.github.terway4j.app.usecase.CloudRecall;
import io.github.terway4j.app.usecase.DegradationSwitch;
import io.github.terway4j.app.usecase.DeviceOffers;
import io.github.terway4j.app.usecase.LeaseSweeper;
import io.github.terway4j.app.usecase.LimitKeeper;
import io.github.terway4j.app.usecase.LinkReaper;
import io.github.terway4j.app.usecase.Node;
import io.github.terway4j.app.usecase.NodeBook;
import io.github.terway4j.app.usecase.NodeStarter;
import io.github.terway4j.app.usecase.OpenIntents;
import io.github.terway4j.app.usecase.OrphanSweeper;
import io.github.terway4j.app.usecase.PodDetacher;
import io.github.terway4j.app.usecase.PoolKeeper;
import io.github.terway4j.app.usecase.RouteKeeper;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.ports.in.AttachPod;
import io.github.terway4j.ports.in.CheckAttachment;
import io.github.terway4j.ports.in.CollectGarbage;
import io.github.terway4j.ports.in.DetachPod;
import io.github.terway4j.ports.in.ReportLevels;
import io.github.terway4j.ports.in.ReportStatus;
import jakarta.inject.Singleton;

/** The use cases of one node, sharing one book. */
@Singleton
@Component(modules = NodeModule.class)
public interface NodeComponent {
    /** For who measures: how many addresses are at hand. */
    NodeBook book();

    NodeStarter starter();

    PoolKeeper pool();

    CloudRecall recall();

    /** In the place of the pool, where pods have addresses of the node's own block. */
    BlockKeeper block();

    RouteKeeper routes();

    LinkReaper reaper();

    /** Who hears of pods is to tell it. */
    LimitKeeper limits();

    DegradationSwitch degradation();

    /** What the kubelet is to count. */
    DeviceOffers deviceOffers();

    LeaseSweeper sweeper();

    OrphanSweeper orphanSweeper();

    OpenIntents intents();

    AttachPod attachPod();

    PodDetacher detacher();

    default DetachPod detachPod() {
        return detacher();
    }

    CheckAttachment checkAttachment();

    CollectGarbage collectGarbage();

    ReportStatus reportStatus();

    ReportLevels reportLevels();

    /** What a node is made of. */
    @Component.Factory
    interface Factory {
        NodeComponent node(
                @BindsInstance Node node, @BindsInstance LeaseDesk desk, @BindsInstance Surroundings surroundings);
    }
}
