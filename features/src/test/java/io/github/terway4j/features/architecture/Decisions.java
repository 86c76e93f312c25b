package io.github.terway4j.features.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.terway4j.features.architecture.Room.DOMAIN;
import static io.github.terway4j.features.architecture.Room.PORTS;
import static io.github.terway4j.features.architecture.Room.SIMULATOR;
import static io.github.terway4j.features.architecture.Room.USECASES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** What a decision may rest on: the values that it was given, and nothing else. */
final class Decisions {
    private static final List<String> CLOCK_READINGS = List.of(
            "now",
            "system",
            "systemUTC",
            "systemDefaultZone",
            "systemDefault",
            "tickMillis",
            "tickSeconds",
            "tickMinutes",
            "currentTimeMillis",
            "nanoTime");

    private static final List<String> HASH_ORDERED = List.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.Properties",
            "java.util.WeakHashMap",
            "java.util.concurrent.ConcurrentHashMap");

    /** Makers of sets and maps in hash order, with the number of parameters from which on they say which order. */
    private static final Map<String, Integer> HASH_ORDERING_COLLECTORS = Map.of(
            "toSet", Integer.MAX_VALUE,
            "toUnmodifiableSet", Integer.MAX_VALUE,
            "toUnmodifiableMap", Integer.MAX_VALUE,
            "toConcurrentMap", Integer.MAX_VALUE,
            "groupingByConcurrent", Integer.MAX_VALUE,
            "toMap", 4,
            "groupingBy", 3);

    private Decisions() {}

    static ArchRule nobodyReadsTheClock(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.in(DOMAIN, PORTS, USECASES, SIMULATOR))
                .should()
                .accessTargetWhere(is("a reading of the clock", Decisions::isAClockReading))
                .because("time is an argument, so that a week takes a microsecond and a day can be run again");
    }

    static ArchRule nobodyThrowsDice(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.in(DOMAIN, PORTS, USECASES))
                .should()
                .accessTargetWhere(is("a throw of dice", Decisions::isAThrowOfDice))
                .because("chance is an argument, so that what happened can happen again");
    }

    static ArchRule theSimulatorsDiceComeFromItsSeed(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.in(SIMULATOR))
                .should()
                .accessTargetWhere(is(
                        "a throw of dice without a seed",
                        access -> isAThrowOfDice(access) && !(isConstructor(access) && parameters(access) > 0)))
                .because("the same seed gives the same day");
    }

    static ArchRule nothingIsInHashOrder(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.in(DOMAIN, PORTS, USECASES, SIMULATOR))
                .should()
                .accessTargetWhere(is("a maker of something in hash order", Decisions::makesHashOrder))
                .because("it differs from run to run, and no rule can tell whether somebody will walk along it;"
                        + " LinkedHashSet and LinkedHashMap find as fast and keep the order they were filled in");
    }

    static ArchRule onlyTasksWaitAndRunBesideOthers(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.in(DOMAIN, PORTS, USECASES))
                .should()
                .accessTargetWhere(is("a thread or its wait", Decisions::isAboutThreads))
                .because("the simulator decides who runs next, which it can only if everybody asks the port Tasks");
    }

    private static boolean isAClockReading(JavaAccess<?> access) {
        return switch (owner(access)) {
            case "java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar" -> true;
            case "java.lang.System" -> CLOCK_READINGS.contains(name(access));
            case String owner -> owner.startsWith("java.time.") && CLOCK_READINGS.contains(name(access));
        };
    }

    private static boolean isAThrowOfDice(JavaAccess<?> access) {
        return switch (owner(access)) {
            case "java.lang.Math", "java.lang.StrictMath" -> name(access).equals("random");
            case "java.util.UUID" -> name(access).equals("randomUUID");
            case "java.util.random.RandomGenerator", "java.util.random.RandomGeneratorFactory" ->
                List.of("getDefault", "of", "create").contains(name(access));
            case "java.util.Collections" -> name(access).equals("shuffle") && parameters(access) == 1;
            case "java.util.concurrent.ThreadLocalRandom" -> true;
            default -> isConstructor(access) && access.getTargetOwner().isAssignableTo(RandomGenerator.class);
        };
    }

    private static boolean makesHashOrder(JavaAccess<?> access) {
        return switch (owner(access)) {
            // Of nothing, or of one entry, there is only one order.
            case "java.util.Set" -> List.of("of", "copyOf").contains(name(access)) && parameters(access) > 0;
            case "java.util.Map" ->
                List.of("of", "ofEntries", "copyOf").contains(name(access))
                        && parameters(access) != 0
                        && parameters(access) != 2;
            case "java.util.stream.Collectors" ->
                parameters(access) < HASH_ORDERING_COLLECTORS.getOrDefault(name(access), 0);
            case String owner -> HASH_ORDERED.contains(owner);
        };
    }

    private static boolean isAboutThreads(JavaAccess<?> access) {
        return switch (owner(access)) {
            case "java.lang.Object" -> List.of("wait", "notify", "notifyAll").contains(name(access));
            case "java.util.concurrent.locks.Condition", "java.util.Timer" -> true;
            // A lock is held for a moment, between two calls of a port.
            case String owner when owner.startsWith("java.util.concurrent.locks.") -> false;
            case String owner -> owner.startsWith("java.lang.Thread") || owner.startsWith("java.util.concurrent.");
        };
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static String name(JavaAccess<?> access) {
        return access.getTarget().getName();
    }

    private static boolean isConstructor(JavaAccess<?> access) {
        return name(access).equals(JavaConstructor.CONSTRUCTOR_NAME);
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : 0;
    }

    private static DescribedPredicate<JavaAccess<?>> is(String words, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(words, test);
    }
}
