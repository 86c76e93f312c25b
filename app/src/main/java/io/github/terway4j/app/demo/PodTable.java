package io.github.terway4j.app.demo;

import io.github.terway4j.app.stage.Placed;
import io.github.terway4j.app.stage.Stage;
import io.github.terway4j.domain.net.IpFamily;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Who is where, with which address. */
final class PodTable {
    private static final String ROW = "%-16s %-8s %-16s %-28s %-26s %8s";

    private PodTable() {}

    static void print(List<Placed> pods, Stage stage, PrintStream out) {
        out.println(
                ROW.formatted("POD", "NODE", "IPV4", "IPV6", "ENI", "ADD MS").stripTrailing());
        for (var pod : pods) {
            out.println(ROW.formatted(
                    pod.sandbox().pod(),
                    pod.sandbox().node().name(),
                    pod.addresses().v4().map(Object::toString).orElse("-"),
                    pod.addresses().v6().map(Object::toString).orElse("-"),
                    stage.eniOf(pod.address(IpFamily.V4)),
                    String.format(Locale.ROOT, "%.1f", pod.millis())));
        }
    }
}
