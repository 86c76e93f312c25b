package io.github.terway4j.features.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Classes below one root package, in rooms of known names. There are two houses: ours, and one in which each rule is
 * broken.
 *
 * @param root the package above the rooms
 */
record House(String root, JavaClasses classes) {
    private static final House OURS = imported("io.github.terway4j", House::isMainCode);
    private static final House CROOKED = imported("io.github.terway4j.features.architecture.crooked", _ -> true);

    static House ours() {
        return OURS;
    }

    static House crooked() {
        return CROOKED;
    }

    private static House imported(String root, ImportOption wanted) {
        return new House(root, new ClassFileImporter().withImportOption(wanted).importPackages(root));
    }

    /** Neither in a folder of test classes, nor in the jar that publishes the contracts, nor written by Dagger. */
    private static boolean isMainCode(Location location) {
        return ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location)
                && !location.contains("-tests.jar")
                && !location.contains("/Dagger");
    }

    /** The rooms' packages and all below them, as ArchUnit names them. */
    String[] in(Room... rooms) {
        return Stream.of(rooms).map(room -> root + "." + room.path() + "..").toArray(String[]::new);
    }

    boolean isLivedIn(Room room) {
        return classes.stream()
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .map(one -> one.getPackageName() + ".")
                .anyMatch(name -> name.startsWith(root + "." + room.path() + "."));
    }

    /** All packages, by their names below the root. */
    SortedSet<String> packages() {
        var names = new TreeSet<String>();
        for (var one : classes) {
            if (!one.getPackageName().equals(root)) {
                names.add(nameBelowRoot(one.getPackageName()));
            }
        }
        return names;
    }

    House without(List<String> names) {
        return new House(
                root,
                classes.that(DescribedPredicate.describe(
                        "not " + names, (JavaClass one) -> !names.contains(nameBelowRoot(one.getName())))));
    }

    /** What the rule has to say against this house, line by line; nothing if the house keeps it. */
    List<String> objections(Function<House, ArchRule> rule) {
        return rule.apply(this).evaluate(classes).getFailureReport().getDetails();
    }

    private String nameBelowRoot(String name) {
        return name.substring(root.length() + 1);
    }
}
