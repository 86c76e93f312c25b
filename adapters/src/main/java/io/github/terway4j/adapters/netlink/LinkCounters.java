package io.github.terway4j.adapters.netlink;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.Sighting.Carried;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the links of a namespace have carried since they came to be, with all headers, by {@code /proc/net/dev} in it. */
final class LinkCounters {
    /** Of the thread that reads it: the process may be at home elsewhere. */
    private static final Path COUNTERS = Path.of("/proc/thread-self/net/dev");

    private static final int HEADINGS = 2;
    private static final int BYTES_IN = 0;
    private static final int BYTES_OUT = 8;

    private LinkCounters() {}

    static SortedMap<LinkName, Carried> of(NetNs ns) {
        var carried = new TreeMap<LinkName, Carried>();
        NamespaceVisitor.in(ns, () -> Files.readAllLines(COUNTERS)).stream()
                .skip(HEADINGS)
                .forEach(line -> {
                    var name = line.substring(0, line.lastIndexOf(':')).strip();
                    var numbers =
                            line.substring(line.lastIndexOf(':') + 1).strip().split("\\s+", -1);
                    carried.put(
                            new LinkName(name),
                            new Carried(Long.parseLong(numbers[BYTES_IN]), Long.parseLong(numbers[BYTES_OUT])));
                });
        return carried;
    }

    /** Of a link that came in between, all that it has carried. */
    static SortedMap<LinkName, Carried> since(SortedMap<LinkName, Carried> before, SortedMap<LinkName, Carried> now) {
        var carried = new TreeMap<LinkName, Carried>();
        now.forEach((link, all) -> carried.put(link, all.minus(before.getOrDefault(link, Carried.NOTHING))));
        return carried;
    }
}
