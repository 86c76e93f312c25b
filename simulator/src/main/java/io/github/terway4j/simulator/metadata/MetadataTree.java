package io.github.terway4j.simulator.metadata;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Texts by their paths. A path between them lists what is below it, folders with a slash at their end. */
final class MetadataTree {
    private final NavigableMap<String, Supplier<String>> items = new TreeMap<>();

    void put(String path, String text) {
        items.put(path, () -> text);
    }

    /** For what is made only when somebody asks. */
    void put(String path, Supplier<String> text) {
        items.put(path, text);
    }

    /** The text, or the list, that stands there. */
    Optional<String> read(String path) {
        var item = Optional.ofNullable(items.get(path)).map(Supplier::get);
        return item.isPresent() ? item : list(path.isEmpty() || path.endsWith("/") ? path : path + "/");
    }

    private Optional<String> list(String folder) {
        var names = items.tailMap(folder).keySet().stream()
                .takeWhile(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()))
                .map(MetadataTree::firstName)
                .distinct()
                .collect(Collectors.joining("\n"));
        return Optional.of(names).filter(list -> !list.isEmpty());
    }

    private static String firstName(String path) {
        return path.contains("/") ? path.substring(0, path.indexOf('/') + 1) : path;
    }
}
