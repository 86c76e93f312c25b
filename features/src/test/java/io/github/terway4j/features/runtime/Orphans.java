package io.github.terway4j.features.runtime;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The network namespaces that containerd forgets: it makes one before it writes down the sandbox that this is for, and whoever
 * kills it in between leaves a namespace of which nobody was ever told. Forgotten is what was there at the kill and belongs to
 * no sandbox afterwards; whatever else is left, somebody has to answer for.
 */
final class Orphans {
    private final Pattern name;
    private final Set<Path> atTheKill = new TreeSet<>();
    private final Set<Path> claimed = new TreeSet<>();

    /** @param folder in which the namespaces have their names */
    Orphans(Path folder) {
        this.name = Pattern.compile(Pattern.quote(folder.toString()) + "/[\\w-]+");
    }

    /** It is dead, and these are there. */
    void killed(Collection<Path> there) {
        atTheKill.addAll(there);
    }

    /** Nothing is under way any more, and these are there: whatever is gone was not forgotten. */
    void settled(Collection<Path> there) {
        atTheKill.retainAll(there);
    }

    /** Whatever is named in these words about a sandbox belongs to it. */
    void claimed(String words) {
        name.matcher(words).results().map(found -> Path.of(found.group())).forEach(claimed::add);
    }

    Set<Path> forgotten() {
        return atTheKill.stream().filter(one -> !claimed.contains(one)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of these, the ones that no sandbox has and no kill explains. */
    List<Path> strangers(Collection<Path> there) {
        return others(there).stream().filter(one -> !claimed.contains(one)).toList();
    }

    /** Of these, the ones that are not forgotten. */
    List<Path> others(Collection<Path> there) {
        var forgotten = forgotten();
        return there.stream().filter(one -> !forgotten.contains(one)).toList();
    }
}
