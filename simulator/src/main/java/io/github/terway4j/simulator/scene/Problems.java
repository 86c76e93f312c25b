package io.github.terway4j.simulator.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with a file, and where. */
final class Problems {
    /** Counted from 1, as people and editors do. */
    private record Problem(int line, int column, String words) {
        static Problem at(Optional<Mark> mark, String words) {
            return new Problem(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    words);
        }

        @Override
        public String toString() {
            return "line %d, column %d: %s".formatted(line, column, words);
        }
    }

    private final List<Problem> found = new ArrayList<>();

    void add(Node where, String words) {
        add(where.getStartMark(), words);
    }

    void add(Optional<Mark> where, String words) {
        found.add(Problem.at(where, words));
    }

    /** How many were found so far. */
    int count() {
        return found.size();
    }

    /** In the order of the file. */
    List<String> words() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .map(Problem::toString)
                .toList();
    }
}
