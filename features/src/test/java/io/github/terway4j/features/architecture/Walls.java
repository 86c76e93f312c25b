package io.github.terway4j.features.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.terway4j.features.architecture.Room.ADAPTERS;
import static io.github.terway4j.features.architecture.Room.AGENT;
import static io.github.terway4j.features.architecture.Room.APP;
import static io.github.terway4j.features.architecture.Room.CLI;
import static io.github.terway4j.features.architecture.Room.CONFIG;
import static io.github.terway4j.features.architecture.Room.DOMAIN;
import static io.github.terway4j.features.architecture.Room.FLEET;
import static io.github.terway4j.features.architecture.Room.JSON;
import static io.github.terway4j.features.architecture.Room.NETLINK;
import static io.github.terway4j.features.architecture.Room.PORTS;
import static io.github.terway4j.features.architecture.Room.SIMULATE;
import static io.github.terway4j.features.architecture.Room.SIMULATOR;
import static io.github.terway4j.features.architecture.Room.STAGE;
import static io.github.terway4j.features.architecture.Room.SYSCALL;
import static io.github.terway4j.features.architecture.Room.THROUGHPUT;
import static io.github.terway4j.features.architecture.Room.USECASES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may know whom. */
final class Walls {
    /** Language, collections, time and numbers: what is the same on every machine and waits for nothing. */
    private static final String[] PURE_JDK = {
        "java.lang",
        "java.lang.annotation",
        "java.math",
        "java.nio.charset",
        "java.time",
        "java.time.temporal",
        "java.util",
        "java.util.function",
        "java.util.random",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations"
    };

    /** Pure, too, though they live among what is not. */
    private static final List<String> PURE_BY_NAME =
            List.of("java.nio.ByteBuffer", "java.security.MessageDigest", "java.security.NoSuchAlgorithmException");

    private Walls() {}

    static ArchRule theDomainKnowsOnlyTheJdksPurePart(House house) {
        return classes()
                .that()
                .resideInAnyPackage(house.in(DOMAIN))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(house.in(DOMAIN)).or(pureJdk()))
                .because("what is true and what should happen next must not depend on where it is asked");
    }

    static ArchRule portsKnowOnlyTheDomain(House house) {
        return classes()
                .that()
                .resideInAnyPackage(house.in(PORTS))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(house.in(PORTS, DOMAIN)).or(pureJdk()))
                .because("a promise that names who keeps it can be kept by nobody else");
    }

    static ArchRule useCasesMeetTheWorldThroughPortsAlone(House house) {
        return classes()
                .that()
                .resideInAnyPackage(house.in(USECASES))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(house.in(USECASES, PORTS, DOMAIN))
                        .or(pureJdk())
                        .or(resideInAPackage("java.util.concurrent.locks")))
                .because("the simulator runs the product's own use cases: they cannot tell it from a node");
    }

    static ArchRule configurationKnowsPlainJsonPortsAndDomainAlone(House house) {
        return classes()
                .that()
                .resideInAnyPackage(house.in(CONFIG))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(house.in(CONFIG, PORTS, DOMAIN))
                        .or(resideInAnyPackage(house.in(JSON)))
                        .or(resideInAnyPackage("java..", "org.jspecify.annotations")))
                .because("a document is read the same wherever it came from, and before anything is made of it");
    }

    static ArchRule theSimulatorKnowsNeitherAdaptersNorTheProduct(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.in(SIMULATOR))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.in(ADAPTERS, APP))
                .because("a world that knows the product would be kind to it");
    }

    static ArchRule adaptersKnowNeitherTheProductNorTheSimulator(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.in(ADAPTERS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.in(APP, SIMULATOR))
                .because("an adapter translates, and asks nobody what for");
    }

    static ArchRule adaptersDoNotKnowEachOther(House house) {
        return slices().matching(house.root() + ".adapters.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(house.in(JSON, SYSCALL, NETLINK)))
                .because(
                        "each speaks one foreign language; text, system calls and netlink as such are common foundations");
    }

    static ArchRule onlyWhoOpensThingsKnowsAdapters(House house) {
        return noClasses()
                .that(resideInAnyPackage(house.in(APP))
                        .and(not(resideInAnyPackage(house.in(AGENT, STAGE, THROUGHPUT, CLI)))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(house.in(ADAPTERS)).and(not(resideInAnyPackage(house.in(JSON)))))
                .because("who stands behind a port is decided where a program is put together, and nowhere else");
    }

    static ArchRule onlyTheStageKnowsTheSimulator(House house) {
        return noClasses()
                .that(resideInAnyPackage(house.in(APP))
                        .and(not(resideInAnyPackage(house.in(FLEET, STAGE, SIMULATE, THROUGHPUT)))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.in(SIMULATOR))
                .because("what runs on a node has never heard that there is a simulator");
    }

    static ArchRule packagesDoNotGoInCircles(House house) {
        return slices().matching(house.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("of two packages in a circle neither can be read first");
    }

    static ArchRule foreignTypesStayInTheirAdapter(House house) {
        return classes()
                .should(Foreign.isSpokenOnlyWhereItBelongs(house))
                .because("foreign types are translated once, at the edge");
    }

    private static DescribedPredicate<JavaClass> pureJdk() {
        return resideInAnyPackage(PURE_JDK)
                .or(DescribedPredicate.describe(
                        "bytes and digests", (JavaClass one) -> PURE_BY_NAME.contains(one.getName())))
                .or(DescribedPredicate.describe(
                        "an array of numbers",
                        (JavaClass one) -> one.getBaseComponentType().isPrimitive()));
    }
}
