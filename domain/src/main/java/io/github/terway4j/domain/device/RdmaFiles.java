package io.github.terway4j.domain.device;

import java.util.ArrayList;
import java.util.List;

/**
 * Devices' files by which a program speaks to RDMA: each adapter's own, {@code uverbs} and a number, and {@code rdma_cm}, by
 * which connections are made. Names and folder are the kernel's and udev's.
 */
public final class RdmaFiles {
    /** Where the kernel shows the first of these, by their names. */
    public static final String SHOWN = "sys/class/infiniband_verbs";

    private static final String FOLDER = "/dev/infiniband/";
    private static final String FIRST = "uverbs0";

    private RdmaFiles() {}

    /**
     * Those of a node.
     *
     * @param shown what the kernel shows; where it shows none yet, the first adapter is on its way
     */
    public static List<String> of(List<String> shown) {
        var names = new ArrayList<>(shown.stream()
                .filter(name -> name.matches("uverbs[0-9]+"))
                .sorted()
                .toList());
        if (names.isEmpty()) {
            names.add(FIRST);
        }
        names.add("rdma_cm");
        return names.stream().map(FOLDER::concat).toList();
    }
}
