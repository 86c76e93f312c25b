package io.github.terway4j.app.wiring;

import dagger.Module;
import dagger.Provides;
import io.github.terway4j.app.usecase.AddressCondition;
import io.github.terway4j.app.usecase.Adopter;
import io.github.terway4j.app.usecase.AnnotationTeller;
import io.github.terway4j.app.usecase.AttachmentChecker;
import io.github.terway4j.app.usecase.BlockKeeper;
import io.github.terway4j.app.usecase.Blueprint;
import io.github.terway4j.app.usecase.CloudRecall;
import io.github.terway4j.app.usecase.Counter;
import io.github.terway4j.app.usecase.DegradationSwitch;
import io.github.terway4j.app.usecase.DegradedCloud;
import io.github.terway4j.app.usecase.DeviceOffers;
import io.github.terway4j.app.usecase.DeviceWatch;
import io.github.terway4j.app.usecase.Endings;
import io.github.terway4j.app.usecase.EniPreparer;
import io.github.terway4j.app.usecase.GarbageCollector;
import io.github.terway4j.app.usecase.HostSettings;
import io.github.terway4j.app.usecase.JournalledCloud;
import io.github.terway4j.app.usecase.LeaseSweeper;
import io.github.terway4j.app.usecase.LevelReporter;
import io.github.terway4j.app.usecase.LimitKeeper;
import io.github.terway4j.app.usecase.LinkReaper;
import io.github.terway4j.app.usecase.Mender;
import io.github.terway4j.app.usecase.Muster;
import io.github.terway4j.app.usecase.Node;
import io.github.terway4j.app.usecase.NodeBook;
import io.github.terway4j.app.usecase.NodeStarter;
import io.github.terway4j.app.usecase.OpenIntents;
import io.github.terway4j.app.usecase.OrphanSweeper;
import io.github.terway4j.app.usecase.Orphans;
import io.github.terway4j.app.usecase.PodAttacher;
import io.github.terway4j.app.usecase.PodDetacher;
import io.github.terway4j.app.usecase.PoolCrew;
import io.github.terway4j.app.usecase.PoolHand;
import io.github.terway4j.app.usecase.PoolKeeper;
import io.github.terway4j.app.usecase.PoolMemory;
import io.github.terway4j.app.usecase.PoolNews;
import io.github.terway4j.app.usecase.PoolOutlook;
import io.github.terway4j.app.usecase.PoolPace;
import io.github.terway4j.app.usecase.PoolSurveyor;
import io.github.terway4j.app.usecase.PoolTeller;
import io.github.terway4j.app.usecase.ReservationKeeper;
import io.github.terway4j.app.usecase.RouteKeeper;
import io.github.terway4j.app.usecase.StatusReporter;
import io.github.terway4j.app.usecase.ThriftyCloud;
import io.github.terway4j.app.usecase.Turns;
import io.github.terway4j.app.usecase.VSwitchShelf;
import io.github.terway4j.app.usecase.Wirer;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.ports.in.AttachPod;
import io.github.terway4j.ports.in.CheckAttachment;
import io.github.terway4j.ports.in.CollectGarbage;
import io.github.terway4j.ports.in.ReportLevels;
import io.github.terway4j.ports.in.ReportStatus;
import io.github.terway4j.ports.out.CloudNetwork;
import jakarta.inject.Singleton;

/** How each use case of a node is made. */
@Module
final class NodeModule {
    private NodeModule() {}

    @Provides
    @Singleton
    static NodeBook book(Surroundings world) {
        return new NodeBook(world.tasks());
    }

    @Provides
    @Singleton
    static Turns turns(Surroundings world) {
        return new Turns(world.tasks());
    }

    @Provides
    @Singleton
    static OpenIntents openIntents(Surroundings world) {
        return new OpenIntents(world.journal(), world.tasks());
    }

    @Provides
    @Singleton
    static PoolMemory poolMemory(Surroundings world, Node node, OpenIntents intents) {
        return PoolMemory.after(node, intents, world.tasks().instant());
    }

    @Provides
    @Singleton
    static DegradationSwitch degradation(Node node) {
        return new DegradationSwitch(node.rules().degradation());
    }

    @Provides
    @Singleton
    static PoolOutlook outlook(Node node) {
        return new PoolOutlook(node);
    }

    @Provides
    static DeviceOffers deviceOffers(Node node, NodeBook book, PoolOutlook outlook) {
        return new DeviceOffers(node, book, outlook);
    }

    @Provides
    @Singleton
    static Muster muster() {
        return new Muster();
    }

    @Provides
    @Singleton
    static JournalledCloud journalled(Surroundings world, OpenIntents intents) {
        return new JournalledCloud(world.cloud(), intents, world.tasks());
    }

    /** What every use case of the node calls. */
    @Provides
    @Singleton
    static CloudNetwork cloud(
            Surroundings world, JournalledCloud journalled, Muster muster, DegradationSwitch degradation) {
        return new DegradedCloud(new ThriftyCloud(journalled, muster, world.tasks()), degradation);
    }

    @Provides
    @Singleton
    static VSwitchShelf vSwitches(Surroundings world, CloudNetwork cloud, Node node, PoolMemory memory) {
        return new VSwitchShelf(cloud, node, memory, world.random());
    }

    @Provides
    static Wirer wirer(Surroundings world, Node node, NodeBook book) {
        return new Wirer(world.kernel(), world.hints(), node, book, world.tasks());
    }

    @Provides
    static NodeStarter starter(Surroundings world, Node node, NodeBook book, LeaseDesk desk) {
        return new NodeStarter(
                world.kernel(),
                world.ledger(),
                node,
                book,
                desk,
                new HostSettings(world.kernel(), node, world.chronicle()),
                world.tasks());
    }

    @Provides
    @Singleton
    static EniPreparer preparer(Surroundings world, Node node, NodeBook book, VSwitchShelf vSwitches) {
        return new EniPreparer(world.kernel(), node, book, vSwitches, world.tasks());
    }

    @Provides
    @Singleton
    static CloudRecall recall(Surroundings world, NodeBook book, EniPreparer preparer, VSwitchShelf vSwitches) {
        return new CloudRecall(world.memory(), book, preparer, vSwitches, world.tasks());
    }

    @Provides
    @Singleton
    static PoolKeeper pool(
            Surroundings world,
            CloudNetwork cloud,
            Node node,
            NodeBook book,
            EniPreparer preparer,
            CloudRecall recall,
            VSwitchShelf vSwitches,
            PoolMemory memory,
            Muster muster,
            LeaseDesk desk,
            DegradationSwitch degradation,
            PoolOutlook outlook) {
        var surveyor = new PoolSurveyor(
                node, book, vSwitches, memory, desk.cooldown(), degradation, outlook, world.tasks(), world.random());
        var watch = new DeviceWatch(world.kernel(), node, book, muster, world.tasks());
        var news = new PoolNews(world.chronicle());
        var endings = new Endings(news);
        var hand = new PoolHand(
                cloud, node, book, vSwitches, memory, news, endings, world.tasks(), world.random(), world.meter());
        return new PoolKeeper(
                cloud,
                node,
                book,
                preparer,
                recall,
                surveyor,
                new PoolCrew(node, book, hand, world.tasks()),
                memory,
                new PoolPace(node, memory, watch, world.tasks(), world.random()),
                new PoolTeller(book, news, endings, new AddressCondition(world.conditions(), world.tasks())),
                world.tasks(),
                watch,
                world.meter());
    }

    /** It looks for what the thrifty cloud does not show, and is held back by the operator like everybody else. */
    @Provides
    @Singleton
    static BlockKeeper block(Surroundings world, Node node, NodeBook book) {
        return new BlockKeeper(world.nodes(), world.kernel(), node, book, world.tasks());
    }

    @Provides
    @Singleton
    static RouteKeeper routes(Surroundings world) {
        return new RouteKeeper(world.nodes(), world.routeTables(), world.chronicle(), world.tasks(), world.random());
    }

    @Provides
    static OrphanSweeper orphanSweeper(
            Surroundings world,
            JournalledCloud journalled,
            Node node,
            NodeBook book,
            OpenIntents intents,
            DegradationSwitch degradation) {
        var cloud = new DegradedCloud(journalled, degradation);
        return new OrphanSweeper(
                cloud,
                node,
                book,
                intents,
                degradation,
                world.chronicle(),
                world.tasks(),
                world.random(),
                world.meter());
    }

    @Provides
    static LinkReaper reaper(Surroundings world, Node node, NodeBook book) {
        return new LinkReaper(world.kernel(), node, book, world.tasks());
    }

    @Provides
    @Singleton
    static AnnotationTeller annotations(Surroundings world) {
        return new AnnotationTeller(world.chronicle());
    }

    @Provides
    @Singleton
    static AttachPod attachPod(
            Surroundings world,
            Node node,
            NodeBook book,
            LeaseDesk desk,
            Wirer wirer,
            AnnotationTeller annotations,
            Turns turns) {
        var counter = new Counter(book, desk, world.tasks());
        return new PodAttacher(
                world.pods(),
                counter,
                world.ledger(),
                new Blueprint(node),
                wirer,
                world.chronicle(),
                annotations,
                world.tasks(),
                turns);
    }

    @Provides
    @Singleton
    static LimitKeeper limits(Surroundings world, Node node, NodeBook book, AnnotationTeller annotations, Turns turns) {
        return new LimitKeeper(
                node, book, world.ledger(), world.kernel(), annotations, world.chronicle(), world.tasks(), turns);
    }

    @Provides
    @Singleton
    static ReservationKeeper reservations(Surroundings world, NodeBook book, Turns turns) {
        return new ReservationKeeper(book, world.ledger(), world.tasks(), turns);
    }

    @Provides
    @Singleton
    static PodDetacher detacher(
            Surroundings world,
            NodeBook book,
            LeaseDesk desk,
            ReservationKeeper reservations,
            Wirer wirer,
            Turns turns) {
        return new PodDetacher(book, desk, world.ledger(), reservations, wirer, world.tasks(), turns);
    }

    @Provides
    static CheckAttachment checkAttachment(Surroundings world, Node node, NodeBook book) {
        return new AttachmentChecker(world.pods(), book, new Blueprint(node), world.kernel());
    }

    @Provides
    static Orphans orphans(Surroundings world, NodeBook book, Wirer wirer) {
        return new Orphans(book, wirer, world.tasks());
    }

    @Provides
    static CollectGarbage collectGarbage(
            Surroundings world, NodeBook book, PodDetacher detacher, Wirer wirer, Orphans orphans) {
        return new GarbageCollector(book, world.pods(), detacher, wirer, orphans);
    }

    @Provides
    @Singleton
    static LeaseSweeper sweeper(
            Surroundings world,
            Node node,
            NodeBook book,
            LeaseDesk desk,
            PodDetacher detacher,
            ReservationKeeper reservations,
            Wirer wirer,
            Orphans orphans,
            LimitKeeper limits,
            Turns turns) {
        var adopter = new Adopter(book, desk, world.ledger(), world.chronicle(), world.tasks(), turns);
        return new LeaseSweeper(
                book,
                world.pods(),
                detacher,
                adopter,
                orphans,
                new Mender(
                        book,
                        wirer,
                        new HostSettings(world.kernel(), node, world.chronicle()),
                        world.chronicle(),
                        world.tasks(),
                        turns),
                wirer,
                world.ledger(),
                reservations,
                limits,
                world.chronicle(),
                world.tasks(),
                world.random(),
                world.meter());
    }

    @Provides
    static ReportStatus reportStatus(NodeBook book) {
        return new StatusReporter(book);
    }

    @Provides
    static ReportLevels reportLevels(NodeBook book, Node node, OpenIntents intents, DegradationSwitch degradation) {
        return new LevelReporter(book, node, intents, degradation);
    }
}
