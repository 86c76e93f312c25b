package io.github.terway4j.domain.dropin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Subtracts what is there from what is wanted. What is not ours is neither written over nor removed. */
public final class DropInPlanner {
    private DropInPlanner() {}

    /**
     * What brings the node to what is wanted.
     *
     * @param found what is in each place where a file of ours may be
     */
    public static List<DropInStep> plan(Collection<DropIn> wanted, Map<String, FoundFile> found) {
        var steps = new ArrayList<DropInStep>();
        found.forEach((path, file) -> {
            boolean ours = file instanceof FoundFile.Text(var text) && DropIn.ours(text);
            if (ours && wanted.stream().noneMatch(one -> one.path().equals(path))) {
                steps.add(new DropInStep.Remove(path));
            }
        });
        for (var one : wanted) {
            switch (DropInStanding.of(one, found.getOrDefault(one.path(), new FoundFile.Absent()))) {
                case DropInStanding.Missing(), DropInStanding.Outdated() -> steps.add(new DropInStep.Write(one));
                case DropInStanding.AsWanted(), DropInStanding.InTheWay(var _) -> {}
            }
        }
        return steps.stream()
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }
}
