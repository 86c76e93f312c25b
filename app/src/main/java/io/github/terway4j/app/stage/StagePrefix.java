package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.Namespaces;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The beginning of the names of all namespaces of one stage; it says whose they are. */
final class StagePrefix {
    private static final String OURS = "tw4j-";
    private static final Pattern NAMED = Pattern.compile(".*/" + OURS + "(\\d+)-[^/]*");

    private static final AtomicInteger STAGES = new AtomicInteger();

    private StagePrefix() {}

    /** A new one of this process; what stages of processes that are no more have left is cleared away. */
    static String own(Namespaces namespaces) {
        namespaces.named(OURS).stream().filter(StagePrefix::abandoned).forEach(namespaces::delete);
        return OURS + ProcessHandle.current().pid() + "-" + STAGES.incrementAndGet() + "-";
    }

    private static boolean abandoned(NetNs ns) {
        var named = NAMED.matcher(ns.path());
        return named.matches()
                && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty();
    }
}
