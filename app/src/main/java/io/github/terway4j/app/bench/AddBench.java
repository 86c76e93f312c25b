package io.github.terway4j.app.bench;

import io.github.terway4j.app.stage.CniAnswer;
import io.github.terway4j.app.stage.LinuxStage;
import io.github.terway4j.app.stage.Sandbox;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.app.stage.WiringMode;
import java.util.function.Consumer;

/**
 * How long a pod's ADD takes, seen by the caller of the CNI executable, with so many pods present. One pod by the agent
 * and one by the floor take turns, so that both meet the same machine; each is taken away again at once.
 */
public final class AddBench {
    /** Calls that nobody counts: the agent's code is compiled as it runs. */
    private static final int WARM_UP = 150;

    private final LinuxStage stage;
    private final StageNode node;
    private final Floor floor;
    private final WiringMode mode;
    private final BenchPlan plan;
    private int started;

    /** On a stage whose agents run in that mode. */
    public AddBench(LinuxStage stage, WiringMode mode, BenchPlan plan) {
        this.stage = stage;
        this.node = stage.nodes().getFirst();
        this.mode = mode;
        this.floor = Floor.on(stage, node, mode);
        this.plan = plan;
    }

    public void run(Consumer<AddMeasure> tell) {
        for (int i = 0; i < WARM_UP; i++) {
            one(new Sample(), new Sample());
        }
        var present = 0;
        for (var wanted : plan.present()) {
            for (; present < wanted; present++) {
                must(stage.call("ADD", next()));
            }
            tell.accept(measure(wanted));
        }
    }

    private AddMeasure measure(int present) {
        var add = new Sample();
        var del = new Sample();
        var floorAdd = new Sample();
        var floorDel = new Sample();
        for (int i = 0; i < plan.samples(); i++) {
            one(add, del);
            var sandbox = next();
            floorAdd.add(floor.one(sandbox, i));
            floorDel.add(floor.undo(sandbox, i));
            stage.endPod(sandbox);
        }
        return new AddMeasure(mode, present, add, floorAdd, del, floorDel, stage.agentResidentKib(node));
    }

    private void one(Sample add, Sample del) {
        var sandbox = next();
        add.add(must(stage.call("ADD", sandbox)).took());
        del.add(must(stage.call("DEL", sandbox)).took());
        stage.endPod(sandbox);
    }

    private Sandbox next() {
        return stage.startPod(node, "p" + started++);
    }

    private static CniAnswer must(CniAnswer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException("a call failed: " + answer.error());
        }
        return answer;
    }
}
