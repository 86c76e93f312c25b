package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.dropin.DropIn;
import io.github.terway4j.domain.dropin.DropInPlanner;
import io.github.terway4j.domain.dropin.DropInStanding;
import io.github.terway4j.domain.dropin.DropInStep;
import io.github.terway4j.domain.dropin.DropIns;
import io.github.terway4j.domain.dropin.FoundFile;
import io.github.terway4j.domain.dropin.HostService;
import io.github.terway4j.domain.dropin.Machine;
import io.github.terway4j.domain.dropin.Rival;
import io.github.terway4j.ports.out.FilesOutcome;
import io.github.terway4j.ports.out.HostFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps a node's own services away from the devices of ENIs and pods, by files that they read. */
public final class NodePreparer {
    private static final List<String> LIBRARIES = List.of(
            "usr/lib/systemd",
            "lib/systemd",
            "usr/lib64/systemd",
            "usr/lib/x86_64-linux-gnu/systemd",
            "usr/lib/aarch64-linux-gnu/systemd");
    private static final Pattern LIBRARY = Pattern.compile("libsystemd-shared-(\\d{1,4})\\D.*");

    private final HostFiles files;

    public NodePreparer(HostFiles files) {
        this.files = files;
    }

    /** A wanted file, and how it stands. */
    public record Wanted(DropIn file, DropInStanding standing) {}

    /** A step, and what came of it. */
    public record Taken(DropInStep step, FilesOutcome outcome) {}

    /** How each wanted file stands, in the order of their paths. */
    public List<Wanted> check(Optional<Machine> machine) {
        return wanted(machine).stream()
                .map(file -> new Wanted(file, DropInStanding.of(file, files.read(file.path()))))
                .sorted(Comparator.comparing((Wanted one) -> one.file().path()))
                .toList();
    }

    /**
     * Writes what is missing or differs, and removes what of ours is not wanted any more.
     *
     * @param machine empty where ENIs cannot be told from the node's own device: then only pods' links are spoken of
     */
    public List<Taken> prepare(Optional<Machine> machine) {
        return carryOut(DropInPlanner.plan(wanted(machine), found()));
    }

    /** Removes all that is ours. */
    public List<Taken> remove() {
        return carryOut(DropInPlanner.plan(List.of(), found()));
    }

    /** What else on this node sets up devices, which is the operator's to end. */
    public List<Rival> rivals() {
        return Stream.of(Rival.values()).filter(this::acts).toList();
    }

    /** The version of the node's systemd; 0 where it does not show. */
    public int systemd() {
        return LIBRARIES.stream()
                .flatMap(folder -> files.names(folder).stream())
                .map(LIBRARY::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(0);
    }

    private List<DropIn> wanted(Optional<Machine> machine) {
        var services = Stream.of(HostService.values())
                .filter(service -> service.signs().stream().anyMatch(files::has))
                .toList();
        return machine.map(known -> DropIns.of(known, services, systemd())).orElseGet(() -> DropIns.ofPods(services));
    }

    private Map<String, FoundFile> found() {
        var found = new TreeMap<String, FoundFile>();
        DropIns.PATHS.forEach(path -> found.put(path, files.read(path)));
        return found;
    }

    private List<Taken> carryOut(List<DropInStep> steps) {
        var taken = new ArrayList<Taken>();
        for (var step : steps) {
            taken.add(new Taken(
                    step,
                    switch (step) {
                        case DropInStep.Write(var file) -> files.write(file.path(), file.text());
                        case DropInStep.Remove(var path) -> files.remove(path);
                    }));
        }
        return taken;
    }

    /** The first place counts, and what is no text there, such as a link to nothing, silences the others. */
    private boolean acts(Rival rival) {
        return rival.places().stream()
                .filter(files::has)
                .findFirst()
                .filter(place -> rival == Rival.ENI_SERVICE
                        || (files.read(place) instanceof FoundFile.Text(var text) && !text.isBlank()))
                .isPresent();
    }
}
