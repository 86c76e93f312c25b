package io.github.terway4j.simulator.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import io.github.terway4j.simulator.metadata.MetadataMode;
import io.github.terway4j.simulator.openapi.ram.Policy;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.throttle.CallRates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneReaderTest {
    private static final String NETWORK = """
            vpcs:
              - {name: net, ipv4: 10.0.0.0/8}
            vSwitches:
              - {name: sw, vpc: net, zone: cn-hangzhou-h, ipv4: 10.1.0.0/24}
            securityGroups:
              - {name: sg, vpc: net}
            """;

    @Test
    void the_built_in_scene_has_two_zones_and_three_instances() {
        var scene = SceneFile.builtIn();
        var cloud = cloud(scene);
        Scenery.of(scene, cloud);
        assertEquals(3, cloud.instances().size());
        var zones = new TreeSet<String>();
        cloud.vSwitches().forEach(vSwitch -> zones.add(vSwitch.zone().text()));
        assertEquals(List.of("cn-hangzhou-h", "cn-hangzhou-i"), List.copyOf(zones));
        assertEquals("cn-hangzhou", scene.region());
        assertEquals(List.of(new Scene.AccessKey("testid", "testsecret", Policy.EVERYTHING)), scene.accessKeys());
    }

    @Test
    void the_same_scene_has_the_same_ids_each_time() {
        var scene = SceneFile.builtIn();
        assertEquals(
                Scenery.of(scene, cloud(scene)).ids(),
                Scenery.of(scene, cloud(scene)).ids());
    }

    @Test
    void an_eni_that_is_already_there_is_in_use_with_its_addresses_and_tags() {
        var scene = accepted(NETWORK + """
                instances:
                  - {name: node, type: ecs.g7.large, vSwitch: sw, securityGroups: [sg]}
                enis:
                  - {name: busy, vSwitch: sw, securityGroups: [sg], instance: node, ipv4: 4, tags: {creator: terway}}
                  - {name: idle, vSwitch: sw, securityGroups: [sg]}
                """);
        var cloud = cloud(scene);
        var scenery = Scenery.of(scene, cloud);
        var busy = cloud.eni(new EniId(scenery.id("busy"))).orElseThrow();
        assertEquals(EniStatus.IN_USE, busy.status());
        assertEquals(scenery.id("node"), busy.instance().orElseThrow().text());
        assertEquals(4, busy.eni().count(IpFamily.V4));
        assertEquals("terway", busy.tags().get("creator"));
        var idle = cloud.eni(new EniId(scenery.id("idle"))).orElseThrow();
        assertEquals(EniStatus.AVAILABLE, idle.status());
        assertEquals(Optional.empty(), cloud.nextChange(), "nothing is under way");
    }

    @Test
    void what_has_a_name_in_the_file_has_it_in_the_cloud() {
        var scene = accepted(NETWORK + """
                instances:
                  - {name: node, type: ecs.g7.large, vSwitch: sw, securityGroups: [sg]}
                enis:
                  - {name: idle, vSwitch: sw, securityGroups: [sg], kind: trunk}
                """);
        var cloud = cloud(scene);
        Scenery.of(scene, cloud);
        assertEquals("net", cloud.describeVpcs().getFirst().label().name());
        assertEquals("sw", cloud.describeVSwitches().getFirst().label().name());
        assertEquals("sg", cloud.describeSecurityGroups().getFirst().label().name());
        assertEquals("node", cloud.instances().getFirst().label().name());
        var trunks = cloud.describeEnis(List.of(new EniFilter.OfKind(EniKind.TRUNK)));
        assertEquals("idle", trunks.getFirst().label().name());
    }

    @Test
    void a_security_group_has_a_type_and_a_vswitch_what_it_keeps_for_prefixes() {
        var scene = accepted("""
                vpcs: [{name: net, ipv4: 10.0.0.0/8}]
                vSwitches: [{name: sw, vpc: net, zone: cn-hangzhou-h, ipv4: 10.1.0.0/24, reserved: [10.1.0.64/26]}]
                securityGroups: [{name: sg, vpc: net, type: advanced}]
                """);
        var cloud = cloud(scene);
        Scenery.of(scene, cloud);
        assertEquals(
                List.of(Cidr.parse("10.1.0.64/26")),
                cloud.describeVSwitches().getFirst().reservations());
        assertEquals(
                SecurityGroup.Kind.ADVANCED,
                cloud.describeSecurityGroups().getFirst().kind());
    }

    @Test
    void a_policy_is_what_is_written_in_its_file() {
        var scene = accepted("accessKeys: [{id: a, secret: b, policy: some.json}]");
        var policy = scene.accessKeys().getFirst().policy();
        assertTrue(policy.allows("ecs:DescribeInstances", "*"));
        assertFalse(policy.allows("ecs:DeleteInstance", "*"));
        assertRefused("accessKeys: [{id: a, secret: b, policy: other.json}]", """
                line 1, column 41: policy is other.json and must be the name of a policy's file: there is no such file""");
        assertRefused("accessKeys: [{id: a, secret: b, policy: broken.json}]", """
                line 1, column 41: policy is broken.json and must be the name of a policy's file: \
                an Effect is Allow or Deny, not Perhaps""");
    }

    @Test
    void an_instance_of_which_nothing_is_said_has_a_role_that_may_do_everything() {
        assertEquals(Scene.Metadata.USUAL, metadata("type: ecs.g7.large"));
        assertEquals(
                new Scene.Metadata(MetadataMode.TOKENLESS, Optional.of(new Scene.Role("worker", Policy.EVERYTHING))),
                metadata("type: ecs.g7.large, role: worker, metadata: tokenless"));
    }

    @Test
    void an_instance_says_its_role_what_that_may_and_how_metadata_is_read() {
        var metadata = metadata("type: ecs.g7.large, metadata: hardened, policy: some.json");
        var role = metadata.role().orElseThrow();
        assertEquals(MetadataMode.HARDENED, metadata.mode());
        assertEquals("terway", role.name());
        assertTrue(role.policy().allows("ecs:DescribeInstances", "*"));
        assertFalse(role.policy().allows("ecs:DeleteInstance", "*"));
        assertEquals(
                Optional.empty(), metadata("type: ecs.g7.large, role: none").role());
    }

    @Test
    void what_is_wrong_with_an_instances_role_and_metadata_is_told() {
        assertRefused(
                NETWORK + """
                instances:
                  - {name: n1, type: ecs.g7.large, vSwitch: sw, securityGroups: [sg], metadata: soft, role: a/b}
                  - {name: n2, type: ecs.g7.large, vSwitch: sw, securityGroups: [sg], role: none, policy: some.json}
                """,
                "line 8, column 81: metadata is soft and must be a mode of the metadata service: "
                        + "there is hardened, normal, tokenless",
                "line 8, column 93: role is a/b and must be a role's name of 1 to 64 letters, digits, dots and dashes, or none",
                "line 9, column 5: a policy is of a role, and here is none");
    }

    private static Scene.Metadata metadata(String keys) {
        return accepted(NETWORK + "instances: [{name: node, vSwitch: sw, securityGroups: [sg], " + keys + "}]")
                .instances()
                .getFirst()
                .metadata();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
        assertRefused(
                """
                region: Hangzhou
                vSwitches:
                  - name: sw
                    vpc: nowhere
                    zone: cn-beijing-h
                    ipv4: 10.1.0.0/33
                instances:
                  - name: node
                    type: ecs.g7.large
                    vSwitch: sw
                    securityGroups: none
                    colour: red
                  - type: ecs.g7.lrage
                vpcs:
                  - name: net
                    ipv4: 2408:4005:300::/56
                """,
                "line 1, column 9: region is Hangzhou and must be a region such as cn-hangzhou",
                "line 4, column 10: vpc is nowhere and must be the name of one of the vpcs: there is net",
                "line 5, column 11: zone is cn-beijing-h and must be a zone of cn-hangzhou, such as cn-hangzhou-h",
                "line 6, column 11: ipv4 is 10.1.0.0/33 and must be an IPv4 block such as 10.0.0.0/8: "
                        + "10.1.0.0/33: a prefix length of this family is 0 to 32",
                "line 11, column 21: securityGroups must be a list",
                "line 12, column 5: colour is not known here: there is metadata, name, policy, role, securityGroups, type, vSwitch",
                "line 13, column 5: name is missing: it must be a name of 2 to 128 letters, digits, dots, dashes and underscores, a letter first",
                "line 13, column 5: vSwitch is missing: it must be the name of one of the vSwitches",
                "line 13, column 11: type is ecs.g7.lrage and must be the name of an instance type: there is "
                        + "ecs.g7.large, for example",
                "line 16, column 11: ipv4 is 2408:4005:300::/56 and must be an IPv4 block such as 10.0.0.0/8: "
                        + "it is of the other family");
    }

    @Test
    void what_the_cloud_would_not_have_is_refused_where_it_is_written_and_by_its_name() {
        assertRefused(
                NETWORK + """
                instances:
                  - {name: node, type: ecs.g6.large, vSwitch: sw}
                vpcs2:
                """,
                "line 8, column 12: node: InvalidParameter: an ENI has 1 to 5 security groups, not 0",
                "line 9, column 1: vpcs2 is not known here: there is accessKeys, account, callsPerMinute, enis, "
                        + "instances, quirks, region, securityGroups, seed, vSwitches, vpcs");
        assertRefused(
                """
                vpcs:
                  - {name: net, ipv4: 10.0.0.0/8}
                vSwitches:
                  - {name: one, vpc: net, zone: cn-hangzhou-h, ipv4: 10.1.0.0/24}
                  - {name: two, vpc: net, zone: cn-hangzhou-h, ipv4: 10.1.0.0/25}
                  - {name: far, vpc: net, zone: cn-hangzhou-h, ipv4: 11.1.0.0/24}
                """,
                "line 5, column 12: two: 10.1.0.0/25 overlaps v4=10.1.0.0/24 of one",
                "line 6, column 12: far: 11.1.0.0/24 is not inside the VPC's v4=10.0.0.0/8");
    }

    @Test
    void one_name_is_given_once() {
        assertRefused(
                """
                vpcs:
                  - {name: net, ipv4: 10.0.0.0/8}
                  - {name: net, ipv4: 11.0.0.0/8}
                  - {name: other, ipv4: 11.0.0.0/8, ipv4: 12.0.0.0/8}
                """,
                "line 3, column 12: the name net is given a second time",
                "line 4, column 37: ipv4 is written a second time");
    }

    @Test
    void a_quirk_is_on_when_and_as_often_as_it_says() {
        var quirks = accepted("quirks: [{quirk: deletion-hangs, from: 1m30s, for: 500ms, probability: 0.25}]")
                .quirks();
        var expected = new Spell(new Quirk.DeletionHangs(), Duration.ofSeconds(90), Duration.ofMillis(500), 0.25);
        assertEquals(List.of(expected), quirks.spells());
    }

    @Test
    void a_quirk_speaks_of_things_by_their_names_and_to_the_cloud_of_ids() {
        var scene = accepted(NETWORK + "quirks: [{quirk: vswitch-runs-dry, vSwitch: sw}]");
        var cloud = cloud(scene);
        var id = new VSwitchId(Scenery.of(scene, cloud).id("sw"));
        assertEquals(
                Optional.of(new Quirk.VSwitchRunsDry(Optional.of(id), ExhaustionCode.IP_NOT_ENOUGH)),
                cloud.quirks().strike(Quirk.VSwitchRunsDry.class));
    }

    @Test
    void rates_are_of_actions_of_the_others_and_altogether() {
        assertEquals(
                new CallRates(Map.of("AttachNetworkInterface", 5), OptionalInt.of(9), OptionalInt.empty()),
                accepted("callsPerMinute: {AttachNetworkInterface: 5, others: 9}")
                        .rates());
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_is_meant_by_its_name(CallRefusal why) {
        var quirks = accepted("quirks: [{quirk: call-refused, code: %s}]".formatted(why.called()))
                .quirks();
        assertEquals(List.of(Spell.of(new Quirk.Refused(Calls.ALL, why))), quirks.spells());
    }

    @Test
    void what_is_wrong_with_a_quirk_is_told_where_it_stands() {
        assertRefused(
                NETWORK + """
                quirks:
                  - {quirk: rain}
                  - {quirk: attachment-fails, by: 3s, probability: 1.5}
                  - {quirk: call-refused, calls: [attach], code: Unlucky}
                  - {quirk: strangers-come, every: 0, vSwitch: nowhere}
                  - {quirk: answer-late, by: 3s, atMost: 1s}
                  - {quirk: done-and-denied, code: Throttling}
                """,
                "line 8, column 13: quirk is rain and must be the name of a quirk: there is "
                        + "answer-late, answer-lost, attachment-fails, call-late, call-lost, call-refused, deletion-hangs, "
                        + "description-lags, detachment-hangs, device-late, done-and-denied, enis-taken, for example",
                "line 9, column 31: by is not known here: there is for, from, probability, quirk",
                "line 9, column 52: probability is 1.5 and must be a number from 0 to 1",
                "line 10, column 35: calls is attach and must be an action such as AttachNetworkInterface",
                "line 10, column 50: code is Unlucky and must be one of the cloud's codes: there is "
                        + "UnknownError, for example",
                "line 11, column 36: every is 0 and must be a length of time such as 500ms, 30s or 1h30m, more than 0",
                "line 11, column 48: vSwitch is nowhere and must be the name of one of the vSwitches: there is sw",
                "line 12, column 5: a spread needs 0 <= least <= most, but got PT3S to PT1S",
                "line 13, column 5: Throttling is a promise that nothing has changed");
    }

    @Test
    void what_is_no_yaml_is_refused_at_the_place_where_it_ceases_to_be() {
        assertRefused(
                "vpcs: [{name: net",
                "line 1, column 18: no YAML: while parsing a flow mapping: "
                        + "expected ',' or '}', but got <stream end>");
        assertRefused("", "line 1, column 1: the file is empty");
        assertRefused("- a", "line 1, column 1: here must be keys with values, written key: value");
        assertRefused("vpcs: [net]", "line 1, column 8: here must be keys with values, written key: value");
    }

    private static SimulatedCloud cloud(Scene scene) {
        return new SimulatedCloud(scene.seed(), InstantSource.fixed(Instant.EPOCH), EniTemper.CALM);
    }

    private static SceneReading read(String text) {
        return SceneReader.read(text, name -> switch (name) {
            case "some.json" -> Optional.of(policy("Allow"));
            case "broken.json" -> Optional.of(policy("Perhaps"));
            default -> Optional.empty();
        });
    }

    private static String policy(String effect) {
        return """
                {"Version": "1", "Statement": [{"Effect": "%s", "Action": "ecs:Describe*", "Resource": "*"}]}""".formatted(effect);
    }

    private static Scene accepted(String text) {
        return assertInstanceOf(SceneReading.Accepted.class, read(text)).scene();
    }

    private static void assertRefused(String text, String... problems) {
        assertEquals(
                String.join("\n", problems),
                String.join(
                        "\n",
                        assertInstanceOf(SceneReading.Refused.class, read(text)).problems()));
    }
}
