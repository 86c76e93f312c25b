package io.github.terway4j.app.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.ram.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The RAM policies that we ship allow what the product does, and nothing that it could do without, but for three actions
 * of the base policy that Terway's own has.
 */
final class RamPoliciesTest {
    private static final Path FOLDER = Path.of("..", "deploy", "ram");
    private static final Pattern ACTION = Pattern.compile("\"((?:ecs|vpc):[^\"]+)\"");

    private static final Set<String> NOT_CALLED_TODAY = new TreeSet<>(
            Set.of("ecs:DescribeInstanceAttribute", "ecs:DescribeInstances", "ecs:ModifyNetworkInterfaceAttribute"));

    /** A way to use the product, and the policies that it takes. */
    enum Use {
        A_NODE,
        IPV6,
        VPC_ROUTES;

        /** What it takes, and last what it alone takes. */
        List<String> files() {
            return switch (this) {
                case A_NODE -> List.of("terway.json");
                case IPV6 -> List.of("terway.json", "terway-ipv6.json");
                case VPC_ROUTES -> List.of("terway-vpc-routes.json");
            };
        }

        Set<String> allowed() {
            return files().stream()
                    .flatMap(file -> actions(file).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Optional<Repertoire.Failure> play(Repertoire all) {
            return switch (this) {
                case A_NODE -> all.ofANode();
                case IPV6 -> all.ofANode().or(all::withIpv6);
                case VPC_ROUTES -> all.withRoutes();
            };
        }
    }

    /** An action less than a use's policies allow. */
    record Lack(Use use, String action) {
        @Override
        public String toString() {
            return "%s without %s".formatted(use, action);
        }
    }

    @Test
    void the_base_policy_is_terways() {
        assertEquals(
                new TreeSet<>(Set.of(
                        "ecs:CreateNetworkInterface",
                        "ecs:DescribeNetworkInterfaces",
                        "ecs:AttachNetworkInterface",
                        "ecs:DetachNetworkInterface",
                        "ecs:DeleteNetworkInterface",
                        "ecs:DescribeInstanceAttribute",
                        "ecs:DescribeInstanceTypes",
                        "ecs:AssignPrivateIpAddresses",
                        "ecs:UnassignPrivateIpAddresses",
                        "ecs:DescribeInstances",
                        "ecs:ModifyNetworkInterfaceAttribute",
                        "vpc:DescribeVSwitches")),
                Use.A_NODE.allowed());
    }

    @Test
    void every_file_is_a_policy_and_no_two_allow_the_same() throws IOException {
        var seen = new TreeSet<String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var policy = Policy.parse(Files.readString(file));
                for (var action : actions(file.getFileName().toString())) {
                    assertTrue(policy.allows(action, "acs:ecs:cn-hangzhou:1:eni/eni-1"), () -> file + " " + action);
                    assertTrue(seen.add(action), () -> action + " is in two files");
                }
            }
        }
        assertEquals(18, seen.size(), () -> "" + seen);
    }

    @ParameterizedTest
    @EnumSource
    void they_are_enough(Use use) {
        assertEquals(Optional.empty(), play(use, use.allowed(), new TreeSet<>()));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_else_is_ever_called(Use use) {
        var called = new ConcurrentSkipListSet<String>();
        play(use, use.allowed(), called);
        assertEquals(needed(use), called);
    }

    @ParameterizedTest
    @MethodSource
    void without_any_one_of_them_something_is_denied(Lack lack) {
        var fewer = new TreeSet<>(lack.use().allowed());
        fewer.remove(lack.action());
        var failure = play(lack.use(), fewer, new TreeSet<>()).orElseThrow(() -> new AssertionError(lack + " works"));
        var denied = assertInstanceOf(CloudOutcome.Denied.class, failure.outcome(), failure::toString);
        assertTrue(denied.words().contains("Forbidden.RAM"), denied.words());
        System.out.println("%s: %s is denied".formatted(lack, failure.deed()));
    }

    static Stream<Lack> without_any_one_of_them_something_is_denied() {
        return Stream.of(Use.values())
                .flatMap(use -> actions(use.files().getLast()).stream()
                        .filter(action -> !NOT_CALLED_TODAY.contains(action))
                        .map(action -> new Lack(use, action)));
    }

    /**
     * What they are for: reading an instance's type and groups where the metadata service is away, and changing the
     * security groups of an ENI that exists. Whoever wants to allow no more than is called today may leave them out.
     */
    @Test
    void three_actions_that_terways_policy_allows_are_not_called_today_and_nothing_is_lost_without_them() {
        assertEquals(Optional.empty(), play(Use.A_NODE, needed(Use.A_NODE), new TreeSet<>()));
        var idle = new TreeSet<>(Use.A_NODE.allowed());
        idle.removeAll(needed(Use.A_NODE));
        assertEquals(NOT_CALLED_TODAY, idle);
        System.out.println("allowed by terway.json, and not called today: " + idle);
    }

    private static Set<String> needed(Use use) {
        var needed = new TreeSet<>(use.allowed());
        needed.removeAll(NOT_CALLED_TODAY);
        return needed;
    }

    /**
     * What was not done, if anything.
     *
     * @param called is told of every call that comes through the door
     */
    private static Optional<Repertoire.Failure> play(Use use, Set<String> allowed, Set<String> called) {
        try (var door = new CloudAtItsDoor(
                1,
                open -> open.outside((call, onward) -> {
                    called.add(call.api().toString());
                    return onward.go(call);
                }))) {
            var credentials = new Credentials.AccessKey("node", "node-secret");
            door.identities().add(credentials, Identity.user("node", Policy.parse(document(allowed))));
            return use.play(new Repertoire(door, door.api("node", "node-secret")));
        }
    }

    private static String document(Set<String> actions) {
        var listed = actions.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return """
                {"Version": "1", "Statement": [{"Effect": "Allow", "Action": [%s], "Resource": "*"}]}
                """.formatted(listed);
    }

    private static Set<String> actions(String file) {
        try {
            return ACTION.matcher(Files.readString(FOLDER.resolve(file)))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
