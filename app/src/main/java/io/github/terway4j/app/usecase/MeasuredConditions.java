package io.github.terway4j.app.usecase;

import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;

/** Whatever is said of the node is counted as well. */
public record MeasuredConditions(NodeConditions conditions, Meter meter) implements NodeConditions {
    @Override
    public void say(NodeCondition condition) {
        meter.measured(new Measurement.Told(condition.kind(), condition.holds()));
        conditions.say(condition);
    }
}
