package io.github.terway4j.features.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * Foreign languages that we speak, each in one room, or in few. Whoever brings another in adds it here.
 *
 * @param packages of the library, as ArchUnit names them
 */
record Foreign(List<Room> rooms, List<String> packages) {
    static final List<Foreign> LANGUAGES = List.of(
            new Foreign(Room.JSON, List.of("com.fasterxml.jackson..")),
            new Foreign(Room.WIRE, List.of("com.fasterxml.jackson.core..", "javax.xml.stream..")),
            new Foreign(List.of(Room.CREDENTIAL, Room.WIRE), List.of("javax.crypto..")),
            new Foreign(Room.ALIYUN, List.of("com.aliyuncs..")),
            // The client is handed the JSON library that it is to use.
            new Foreign(Room.KUBERNETES, List.of("io.fabric8..", "com.fasterxml.jackson.databind..")),
            new Foreign(Room.METRICS, List.of("io.prometheus..")),
            // Its messages are made from the kubelet's own language.
            new Foreign(Room.KUBELET, List.of("io.grpc..", "io.netty..", "com.google.protobuf..", "kubelet..")),
            new Foreign(Room.SCENE, List.of("org.snakeyaml.engine..")),
            new Foreign(Room.SYSCALL, List.of("jnr..", "com.kenai.jffi..", "java.lang.foreign..")),
            new Foreign(
                    List.of(Room.METADATA_SERVICE, Room.WIRE, Room.HTTP, Room.BENCH),
                    List.of("com.sun.net.httpserver..")),
            new Foreign(Room.CLI, List.of("picocli..")),
            new Foreign(Room.WIRING, List.of("dagger..", "javax.inject..", "jakarta.inject..")));

    private static final PackageMatchers NOT_FOREIGN = PackageMatchers.of("java..", "org.jspecify.annotations");

    Foreign(Room room, List<String> packages) {
        this(List.of(room), packages);
    }

    /** Whether anybody in the house speaks it. */
    boolean isSpoken(House house) {
        return house.classes().stream()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .anyMatch(this::isMeant);
    }

    /** No class speaks a foreign language but in the room where that is done. */
    static ArchCondition<JavaClass> isSpokenOnlyWhereItBelongs(House house) {
        return new ArchCondition<>("speak no foreign language but that of their room") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isAllowed(house, dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(one, dependency.getDescription())));
            }
        };
    }

    private static boolean isAllowed(House house, Dependency dependency) {
        var target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        var languages = LANGUAGES.stream()
                .filter(foreign -> foreign.isMeant(dependency))
                .toList();
        return languages.isEmpty()
                ? target.isEmpty() || target.startsWith(house.root()) || NOT_FOREIGN.test(target)
                : languages.stream().anyMatch(foreign -> foreign.isAtHome(house, dependency.getOriginClass()));
    }

    private boolean isAtHome(House house, JavaClass one) {
        return PackageMatchers.of(house.in(rooms.toArray(Room[]::new))).test(one.getPackageName());
    }

    private boolean isMeant(Dependency dependency) {
        return PackageMatchers.of(packages)
                .test(dependency.getTargetClass().getBaseComponentType().getPackageName());
    }
}
