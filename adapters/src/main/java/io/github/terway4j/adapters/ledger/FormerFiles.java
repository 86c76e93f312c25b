package io.github.terway4j.adapters.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What others, or earlier versions of ours, have left in the folder of the ledger, and nobody reads any more. */
public final class FormerFiles {
    private static final List<String> TERWAYS = List.of("ResRelation.db", "pod.db");

    private FormerFiles() {}

    /**
     * A sentence for each that is there.
     *
     * @param ledger ours; where it is there already, what Terway has left was told when it was begun
     */
    public static List<String> words(Path ledger) {
        var words = new ArrayList<String>();
        var earlier = ledger.resolveSibling("leases.mv");
        if (Files.exists(earlier)) {
            words.add(
                    ("%s holds leases as an earlier version wrote them, and is not read: pods that still stand are known"
                                    + " from the kernel. Remove the file once none of that time is left")
                            .formatted(earlier));
        }
        for (var name : TERWAYS) {
            var file = ledger.resolveSibling(name);
            if (Files.exists(file) && !Files.exists(ledger)) {
                words.add(
                        ("%s was written by Terway, and is not read: pods that it has wired are not known. Drain the node"
                                        + " before it changes over")
                                .formatted(file));
            }
        }
        return words;
    }
}
