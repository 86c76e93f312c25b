package io.github.terway4j.simulator.scene;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.SecurityGroup.Kind;
import io.github.terway4j.simulator.metadata.MetadataMode;
import io.github.terway4j.simulator.openapi.ram.Policy;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.throttle.CallRates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a scene file. Each part is read in full before the next, those that others need before these, and then {@link
 * Trial} tries whether the cloud would have it.
 */
public final class SceneReader {
    private static final String REGION = "cn-hangzhou";
    private static final String ACCOUNT = "1234567890123456";
    private static final int MOST_ADDRESSES = 50;
    private static final Shape<Kind> GROUP =
            Shapes.choice("a type of security group", List.of(Kind.values()), SceneReader::spelt);
    private static final Shape<EniKind> ENI =
            Shapes.choice("a kind of ENI", List.of(EniKind.SECONDARY, EniKind.TRUNK), SceneReader::spelt);
    private static final Shape<MetadataMode> METADATA =
            Shapes.choice("a mode of the metadata service", List.of(MetadataMode.values()), SceneReader::spelt);
    /** Stands for none in place of a role's name. */
    private static final String NO_ROLE = "none";

    private final Problems problems = new Problems();
    private final Names names = new Names(problems);
    private final Function<String, Optional<String>> files;

    private SceneReader(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /**
     * Reads a scene.
     *
     * @param files what is written in a file that the scene names, if there is such a file
     */
    public static SceneReading read(String text, Function<String, Optional<String>> files) {
        return new SceneReader(files).read(text);
    }

    private SceneReading read(String text) {
        var scene = YamlText.tree(text, problems).map(tree -> scene(new Fields(tree, problems)));
        return scene.isPresent() && problems.count() == 0
                ? new SceneReading.Accepted(scene.get())
                : new SceneReading.Refused(problems.words());
    }

    private Scene scene(Fields fields) {
        var region = fields.find("region", Shapes.region()).orElse(REGION);
        var scene = new Scene(
                region,
                fields.find("account", Shapes.account()).orElse(ACCOUNT),
                fields.find("seed", Shapes.wholeNumber(0, Integer.MAX_VALUE)).orElse(1),
                rates(fields.all("callsPerMinute", Shapes.wholeNumber(1, 1_000_000))),
                fields.parts("accessKeys", this::accessKey),
                fields.parts("vpcs", this::vpc),
                fields.parts("vSwitches", part -> vSwitch(part, region)),
                fields.parts("securityGroups", this::securityGroup),
                fields.parts("instances", this::instance),
                fields.parts("enis", this::eni),
                new QuirkPlan(fields.parts("quirks", new SpellReader(names)::read)));
        fields.refuseUnknown();
        Trial.of(scene, names, problems);
        return scene;
    }

    private Supplier<Scene.AccessKey> accessKey(Fields fields) {
        var id = fields.need("id", Shapes.text());
        var secret = fields.need("secret", Shapes.text());
        var policy = policy(fields);
        id.ifPresent(text -> names.give("accessKeys", text, fields.place("id")));
        return () -> new Scene.AccessKey(id.orElseThrow(), secret.orElseThrow(), policy.orElse(Policy.EVERYTHING));
    }

    private Supplier<Scene.Vpc> vpc(Fields fields) {
        var name = names.of("vpcs", fields);
        var blocks = blocks(fields);
        return () -> new Scene.Vpc(name.orElseThrow(), blocks.orElseThrow());
    }

    private Supplier<Scene.VSwitch> vSwitch(Fields fields, String region) {
        var name = names.of("vSwitches", fields);
        var vpc = fields.need("vpc", names.known("vpcs"));
        var zone = fields.need("zone", Shapes.zone(region));
        var blocks = blocks(fields);
        var reserved = fields.list("reserved", Shapes.block());
        return () -> new Scene.VSwitch(
                name.orElseThrow(), vpc.orElseThrow(), zone.orElseThrow(), blocks.orElseThrow(), reserved);
    }

    private Supplier<Scene.SecurityGroup> securityGroup(Fields fields) {
        var name = names.of("securityGroups", fields);
        var vpc = fields.need("vpc", names.known("vpcs"));
        var kind = fields.find("type", GROUP).orElse(Kind.BASIC);
        return () -> new Scene.SecurityGroup(name.orElseThrow(), vpc.orElseThrow(), kind);
    }

    private Supplier<Scene.Instance> instance(Fields fields) {
        var name = names.of("instances", fields);
        var type = fields.need("type", Shapes.instanceType());
        var vSwitch = fields.need("vSwitch", names.known("vSwitches"));
        var groups = fields.list("securityGroups", names.known("securityGroups"));
        var metadata = metadata(fields);
        return () -> new Scene.Instance(
                name.orElseThrow(), type.orElseThrow(), vSwitch.orElseThrow(), groups, metadata.get());
    }

    private Supplier<Scene.Metadata> metadata(Fields fields) {
        var usual = Scene.Metadata.USUAL;
        var mode = fields.find("metadata", METADATA).orElse(usual.mode());
        var name = fields.find("role", Shapes.role()).or(() -> usual.role().map(Scene.Role::name));
        var policy = policy(fields);
        return () -> {
            var role = name.filter(text -> !text.equals(NO_ROLE));
            if (role.isEmpty() && policy.isPresent()) {
                throw new IllegalArgumentException("a policy is of a role, and here is none");
            }
            return new Scene.Metadata(mode, role.map(text -> new Scene.Role(text, policy.orElse(Policy.EVERYTHING))));
        };
    }

    private Supplier<Scene.Eni> eni(Fields fields) {
        var name = names.of("enis", fields);
        var vSwitch = fields.need("vSwitch", names.known("vSwitches"));
        var groups = fields.list("securityGroups", names.known("securityGroups"));
        var kind = fields.find("kind", ENI).orElse(EniKind.SECONDARY);
        var instance = fields.find("instance", names.known("instances"));
        var ipv4 = fields.find("ipv4", Shapes.wholeNumber(1, MOST_ADDRESSES)).orElse(1);
        var ipv6 = fields.find("ipv6", Shapes.wholeNumber(0, MOST_ADDRESSES)).orElse(0);
        var tags = fields.all("tags", Shapes.text());
        return () -> new Scene.Eni(name.orElseThrow(), kind, vSwitch.orElseThrow(), groups, instance, ipv4, ipv6, tags);
    }

    /** An IPv4 block and perhaps an IPv6 block: the cloud has no network without the former. */
    private static Optional<DualStack<Cidr>> blocks(Fields fields) {
        var v6 = fields.find("ipv6", Shapes.block(IpFamily.V6));
        return fields.need("ipv4", Shapes.block(IpFamily.V4))
                .map(v4 -> v6.map(there -> DualStack.both(v4, there)).orElseGet(() -> DualStack.v4(v4)));
    }

    /** Two of the keys are no actions. */
    private static CallRates rates(Map<String, Integer> perMinute) {
        var ofAction = new TreeMap<>(perMinute);
        var others = Optional.ofNullable(ofAction.remove("others"));
        var altogether = Optional.ofNullable(ofAction.remove("altogether"));
        return new CallRates(ofAction, number(others), number(altogether));
    }

    private static OptionalInt number(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static String spelt(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Policy> policy(Fields fields) {
        return fields.find("policy", new Shape<>("the name of a policy's file", this::policy));
    }

    private Policy policy(String name) {
        return Policy.parse(files.apply(name).orElseThrow(() -> new IllegalArgumentException("there is no such file")));
    }
}
