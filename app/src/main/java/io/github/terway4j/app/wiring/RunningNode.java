package io.github.terway4j.app.wiring;

import io.github.terway4j.app.usecase.Node;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.fault.Backoff;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.NodeFacts;
import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A node's use cases with its loops at work: the pool's, the one that deletes retired links, the one that ends leases whose
 * pods are gone, the one that holds pods to other limits, and the one that deletes ENIs which are attached to nothing.
 */
public final class RunningNode {
    private static final Logger LOG = System.getLogger(RunningNode.class.getName());
    private static final Backoff PATIENCE = new Backoff(Duration.ofMillis(200), 2, Duration.ofSeconds(30));

    private RunningNode() {}

    /**
     * Returns once the node is prepared and the pool has looked once, or all who have an address are served by what it saw in
     * an earlier life; a node that cannot be prepared throws.
     */
    public static NodeComponent start(Node node, LeaseDesk desk, Surroundings world) {
        return start(node, desk, world, RunningNode::log);
    }

    /**
     * The same.
     *
     * @param mistakes hears of each mistake of ours that ended a round of a loop, with the loop's name
     */
    public static NodeComponent start(
            Node wished, LeaseDesk desk, Surroundings world, BiConsumer<String, RuntimeException> mistakes) {
        wished.unfulfilled().forEach(words -> world.chronicle().node(EventReason.CONFIG_CHECK, words));
        var node = Abilities.able(wished, world);
        var component = DaggerNodeComponent.factory()
                .node(
                        node,
                        desk.wiringBy(node.datapath().kind())
                                .wiringMembersBy(node.datapath(EniWish.MEMBER).kind()),
                        world);
        component.starter().start().map(Fault::words).ifPresent(words -> {
            throw new IllegalStateException(words);
        });
        var loops = new KeptUp(world.tasks(), (loop, mistake) -> {
            world.meter().measured(new Measurement.Stumbled(loop));
            mistakes.accept(loop, mistake);
        });
        switch (node.mode()) {
            case ENI_MULTI_IP, ENI_ONLY -> {
                // Who lives need not wait for a cloud that may be away.
                if (!component.recall().serve()) {
                    component.pool().pass();
                }
                loops.start("pool", component.pool()::run);
                loops.start("orphan sweeper", component.orphanSweeper()::run);
            }
            case VPC -> {
                component.block().pass();
                loops.start("block", component.block()::run);
                loops.start("routes", component.routes()::run);
            }
        }
        loops.start("link reaper", component.reaper()::run);
        loops.start("lease sweeper", component.sweeper()::run);
        loops.start("limit keeper", component.limits()::run);
        return component;
    }

    /** Has another loop go on for ever, whatever mistake of ours ends one of its rounds. */
    public static void keepUp(String name, Runnable loop, Tasks tasks, Meter meter) {
        new KeptUp(tasks, (stumbled, mistake) -> {
                    meter.measured(new Measurement.Stumbled(stumbled));
                    log(stumbled, mistake);
                })
                .start(name, loop);
    }

    private static void log(String loop, RuntimeException mistake) {
        LOG.log(Level.ERROR, "the " + loop + " has stumbled and begins anew: " + mistake, mistake);
    }

    /** What the cloud says of the machine that we are; asked until it answers. */
    public static NodeFacts facts(InstanceFacts facts, Tasks tasks) {
        return answered(facts::read, tasks);
    }

    /** What somebody says of the machine that we are; asked until it is said. */
    public static <T> T answered(Supplier<CloudOutcome<T>> question, Tasks tasks) {
        for (int failures = 1; ; failures++) {
            switch (question.get()) {
                case CloudOutcome.Done<T>(var answer) -> {
                    return answer;
                }
                case CloudOutcome<T> failed -> {
                    LOG.log(Level.WARNING, "the cloud does not say what this machine is: {0}", failed.words());
                    tasks.sleep(PATIENCE.after(failures));
                }
            }
        }
    }
}
