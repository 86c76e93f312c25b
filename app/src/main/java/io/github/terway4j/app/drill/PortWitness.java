package io.github.terway4j.app.drill;

import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.List;

/** By the kernel as the product sees it, on either kernel. */
record PortWitness(Stage stage, StageNode node, long seed) implements Witness {
    @Override
    public int lay() {
        var plan = new DatapathPlan(Strangers.on(node.netns(), seed));
        var outcome = stage.kernel().apply(plan.steps());
        if (!(outcome instanceof KernelOutcome.Applied)) {
            throw new IllegalStateException("the others' objects could not be made: " + outcome);
        }
        return plan.wanted().size();
    }

    @Override
    public List<String> look() {
        return NodeSight.of(stage.look(node)).words();
    }
}
