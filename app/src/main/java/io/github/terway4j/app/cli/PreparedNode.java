package io.github.terway4j.app.cli;

import io.github.terway4j.app.agent.MachineIdentity;
import io.github.terway4j.app.usecase.NodePreparer;
import io.github.terway4j.app.usecase.NodePreparer.Wanted;
import io.github.terway4j.domain.dropin.Rival;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the node's own services are kept away from pods' devices, to be shown.
 *
 * @param unknown why ENIs cannot be told from the node's own device; empty where they can
 */
record PreparedNode(List<Wanted> files, List<Rival> rivals, String unknown) {
    static PreparedNode of(NodePreparer preparer, MachineIdentity identity) {
        return new PreparedNode(
                preparer.check(identity.machine()),
                preparer.rivals(),
                switch (identity) {
                    case MachineIdentity.Known(var _) -> "";
                    case MachineIdentity.Unknown(var words) -> words;
                });
    }

    void print(PrintWriter out) {
        var row = "%-50s %-11s %s%n";
        out.printf(row, "file", "", "what it is for, or what to do");
        for (var each : files) {
            var remedy = each.standing().remedy();
            out.printf(
                    row,
                    "/" + each.file().path(),
                    each.standing().words(),
                    remedy.isEmpty() ? each.file().purpose() : remedy);
        }
        rivals.forEach(rival -> out.println(PrepareNodeCommand.words(rival)));
        if (!unknown.isEmpty()) {
            out.println("No file speaks of ENIs, which cannot be told from the node's own device: " + unknown);
        }
        out.println();
    }

    Map<String, Object> object() {
        var shown = new ArrayList<>();
        for (var each : files) {
            var object = new LinkedHashMap<String, Object>();
            object.put("file", "/" + each.file().path());
            object.put("service", each.file().service().word());
            object.put("standing", each.standing().words());
            object.put("remedy", each.standing().remedy());
            shown.add(object);
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("files", shown);
        object.put(
                "othersAtWork", rivals.stream().map(PrepareNodeCommand::words).toList());
        if (!unknown.isEmpty()) {
            object.put("machine", unknown);
        }
        return object;
    }
}
