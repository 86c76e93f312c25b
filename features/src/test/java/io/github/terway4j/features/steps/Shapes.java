package io.github.terway4j.features.steps;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.features.stage.NodeShape;
import io.github.terway4j.features.stage.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The nodes of a scenario as they were announced, so that later sentences can say more of them. */
public final class Shapes {
    private final Stage stage;
    private final Map<String, NodeShape> announced = new LinkedHashMap<>();

    public Shapes(Stage stage) {
        this.stage = stage;
    }

    void announce(NodeShape shape) {
        announced.put(shape.name(), shape);
        stage.announce(shape);
    }

    /** Before the play has begun. */
    void change(String name, UnaryOperator<NodeShape> change) {
        announce(change.apply(shape(name)));
    }

    /** While the play goes on; its agent starts anew. */
    void changeNow(String name, UnaryOperator<NodeShape> change) {
        var changed = change.apply(shape(name));
        announced.put(name, changed);
        stage.reconfigure(changed);
        stage.node(name).killAgent();
        stage.node(name).startAgent();
    }

    /** What the cluster has allotted to it. */
    List<Cidr> blocks(String name) {
        return shape(name).blocks();
    }

    List<String> names() {
        return List.copyOf(announced.keySet());
    }

    private NodeShape shape(String name) {
        var shape = announced.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("nobody has announced " + name);
        }
        return shape;
    }
}
