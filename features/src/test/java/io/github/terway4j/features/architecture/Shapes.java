package io.github.terway4j.features.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What things are called, and what they are when they are called so. */
final class Shapes {
    /** What a planner's work and its end are called. */
    private static final String CASES = ".*(Outcome|Action|Step|Decision)";

    /** Names that say that somebody did not know what the class is. */
    private static final String EMPTY_WORDS = ".*(Impl|Manager|Helper|Utils?|Data|Infos?)";

    private Shapes() {}

    static ArchRule casesAreSealed(House house) {
        return classes()
                .that()
                .haveNameMatching(CASES)
                .should(be("sealed", one -> one.reflect().isSealed()))
                .because("a switch without default lets the compiler tell us which case we forgot");
    }

    static ArchRule namesSayWhatAThingIs(House house) {
        return noClasses().should().haveNameMatching(EMPTY_WORDS).because("a name from the trade saves a comment");
    }

    static ArchRule classesAreFinal(House house) {
        return classes()
                .that(DescribedPredicate.describe("are meant to be made", Shapes::isMade))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("we put things together and inherit nothing from each other");
    }

    static ArchRule packagesAreNullMarked(House house) {
        return classes()
                .should(be("in a package that is marked @NullMarked", Shapes::isInNullMarkedPackage))
                .because("null never crosses the border of a method, and NullAway looks only where it is told to;"
                        + " the same file says what the room is for");
    }

    private static boolean isMade(JavaClass one) {
        return !one.isInterface()
                && !one.isEnum()
                && !one.isAnonymousClass()
                && !one.getModifiers().contains(JavaModifier.ABSTRACT)
                && !one.getSimpleName().equals("package-info");
    }

    private static boolean isInNullMarkedPackage(JavaClass one) {
        return one.getPackage()
                .tryGetPackageInfo()
                .filter(room -> room.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }

    private static ArchCondition<JavaClass> be(String words, Predicate<JavaClass> test) {
        return new ArchCondition<>("be " + words) {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                if (!test.test(one)) {
                    events.add(SimpleConditionEvent.violated(one, one.getDescription() + " is not " + words));
                }
            }
        };
    }
}
