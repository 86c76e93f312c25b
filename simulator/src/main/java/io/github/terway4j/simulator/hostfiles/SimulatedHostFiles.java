package io.github.terway4j.simulator.hostfiles;

import io.github.terway4j.domain.dropin.FoundFile;
import io.github.terway4j.ports.out.FilesOutcome;
import io.github.terway4j.ports.out.HostFiles;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files and folders by their paths. */
public final class SimulatedHostFiles implements HostFiles {
    private final TreeMap<String, String> files = new TreeMap<>();
    private final TreeSet<String> folders = new TreeSet<>();

    @Override
    public boolean has(String path) {
        return files.containsKey(path) || folders.contains(path);
    }

    @Override
    public FoundFile read(String path) {
        if (folders.contains(path)) {
            return new FoundFile.Other("it is a folder");
        }
        var text = files.get(path);
        return text == null ? new FoundFile.Absent() : new FoundFile.Text(text);
    }

    @Override
    public List<String> names(String folder) {
        var names = new TreeSet<String>();
        for (var path : files.keySet()) {
            below(folder, path, names);
        }
        for (var path : folders) {
            below(folder, path, names);
        }
        return List.copyOf(names);
    }

    private static void below(String folder, String path, Set<String> names) {
        if (path.startsWith(folder + "/")) {
            names.add(path.substring(folder.length() + 1).split("/", 2)[0]);
        }
    }

    @Override
    public FilesOutcome write(String path, String text) {
        var above = new TreeSet<String>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            above.add(path.substring(0, slash));
        }
        if (folders.contains(path) || above.stream().anyMatch(files::containsKey)) {
            return new FilesOutcome.Failed(path + " is a folder, or lies in a file");
        }
        folders.addAll(above);
        files.put(path, text);
        return new FilesOutcome.Done();
    }

    @Override
    public FilesOutcome remove(String path) {
        if (folders.contains(path)) {
            return new FilesOutcome.Failed(path + " is a folder");
        }
        files.remove(path);
        return new FilesOutcome.Done();
    }
}
