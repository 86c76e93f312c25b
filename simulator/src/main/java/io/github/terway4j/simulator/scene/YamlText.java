package io.github.terway4j.simulator.scene;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML as a tree whose every node knows its place. Values stay the texts that they are: what they say is ours to ask. */
final class YamlText {
    private YamlText() {}

    /** Nothing, if the text is no single YAML document; then there is a problem more. */
    static Optional<Node> tree(String text, Problems problems) {
        try {
            var tree = new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
            if (tree.isEmpty()) {
                problems.add(Optional.<Mark>empty(), "the file is empty");
            }
            return tree;
        } catch (MarkedYamlEngineException e) {
            var words = e.getContext() == null ? e.getProblem() : e.getContext() + ": " + e.getProblem();
            problems.add(e.getProblemMark().or(e::getContextMark), "no YAML: " + words);
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.add(Optional.<Mark>empty(), "no YAML: " + e.getMessage());
            return Optional.empty();
        }
    }
}
