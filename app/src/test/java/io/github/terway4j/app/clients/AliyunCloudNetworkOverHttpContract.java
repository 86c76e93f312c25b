package io.github.terway4j.app.clients;

import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.ports.CloudNetworkContract;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The adapter for ENIs keeps its promises through the whole wire, signatures and all: at once to everybody where the
 * cloud is calm, in the end to a sane caller where it is not. Late devices and metadata are nothing that this adapter
 * could see, and of an ENI that somebody else takes away nothing is promised.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("weathers")
class AliyunCloudNetworkOverHttpContract implements CloudNetworkContract {
    private static final double OFTEN = 0.2;
    private static final double BY_ANY_CODE = 0.3;
    private static final Duration WHILE = Duration.ofSeconds(5);

    private final CloudAtItsDoor door = new CloudAtItsDoor(3);
    private final CloudScene scene = door.scene();
    private final CloudNetwork cloud = new AliyunCloudNetwork(door.api(), Optional.empty());
    private final VSwitchId exhausted = vSwitch("10.3.0.0/29");
    private final VSwitchId ipv4 = vSwitch("10.4.0.0/27");
    private final VSwitchId strangers = vSwitch("10.5.0.0/24");
    private final VSwitchId prefixes = prefixes();
    private final QuirkPlan plan;

    /** How the cloud is, to a bench that is there already. */
    record Weather(String name, Function<AliyunCloudNetworkOverHttpContract, QuirkPlan> plan) {
        static Weather of(Quirk quirk) {
            return new Weather(quirk.toString(), bench -> often(quirk));
        }

        private static QuirkPlan often(Quirk quirk) {
            return QuirkPlan.CALM.and(Spell.of(quirk).probably(OFTEN));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    AliyunCloudNetworkOverHttpContract(Weather weather) {
        // Of a block of eight, two are given out.
        var everyAddress = new EniOrder(exhausted, List.of(scene.securityGroup()), 2, 0, Map.of());
        scene.cloud().create(everyAddress, new ClientToken("every-address"));
        plan = weather.plan().apply(this);
        scene.cloud().follow(plan);
        if (has(Quirk.TypeChanged.class)) {
            door.pass(Duration.ofMinutes(1));
        }
    }

    static Stream<Weather> weathers() {
        var refusals = Arrays.stream(CallRefusal.values())
                .map(why ->
                        Spell.of(new Quirk.Refused(Calls.ALL, why)).probably(BY_ANY_CODE / CallRefusal.values().length))
                .toList();
        var plans = Stream.of(
                new Weather("calm", bench -> QuirkPlan.CALM),
                new Weather("calls are refused by every code", bench -> new QuirkPlan(refusals)),
                new Weather("StrangersCome", bench -> Weather.often(new Quirk.StrangersCome(WHILE, bench.strangers))),
                new Weather(
                        "TypeChanged",
                        bench -> QuirkPlan.of(new Quirk.TypeChanged(bench.instance(), "ecs.g7.4xlarge"))));
        var quirks = Stream.of(
                new Quirk.CallLost(Calls.ALL),
                new Quirk.AnswerLost(Calls.ALL),
                new Quirk.CallLate(Calls.ALL, Spread.ofMillis(1_000, 15_000)),
                new Quirk.AnswerLate(Calls.ALL, Spread.ofMillis(500, 5_000)),
                new Quirk.Unreachable(Calls.ALL),
                new Quirk.DoneAndDenied(Calls.ALL, CallRefusal.INTERNAL_ERROR),
                new Quirk.AttachmentFails(),
                new Quirk.DetachmentHangs(),
                new Quirk.DeletionHangs(),
                new Quirk.DescriptionLags(WHILE),
                new Quirk.FreeCountLags(WHILE),
                new Quirk.PrimaryShownAsSecondary(),
                new Quirk.VSwitchRunsDry(Optional.empty(), ExhaustionCode.IP_NOT_ENOUGH),
                new Quirk.VSwitchRunsDry(Optional.empty(), ExhaustionCode.QUOTA_EXCEEDED),
                new Quirk.ExhaustionToldAs(ExhaustionCode.QUOTA_EXCEEDED),
                new Quirk.SecurityGroupFull());
        return Stream.concat(plans, quirks.map(Weather::of));
    }

    @Override
    public boolean calm() {
        return plan.spells().isEmpty();
    }

    @Override
    public boolean isStrange(Eni eni) {
        return eni.vSwitch().equals(strangers);
    }

    @Override
    public boolean isPrimary(EniKind told) {
        return told == EniKind.PRIMARY || has(Quirk.PrimaryShownAsSecondary.class);
    }

    private boolean has(Class<? extends Quirk> kind) {
        return plan.spells().stream().anyMatch(spell -> kind.isInstance(spell.quirk()));
    }

    private VSwitchId vSwitch(String block) {
        var zone = scene.instances().getFirst().zone();
        return scene.cloud().site().createVSwitch(scene.vpc(), zone, DualStack.v4(Cidr.parse(block)));
    }

    private VSwitchId prefixes() {
        var site = scene.cloud().site();
        var zone = scene.instances().getFirst().zone();
        var blocks = DualStack.both(Cidr.parse("10.6.0.0/24"), Cidr.parse("2408:4005:300:5::/64"));
        var vSwitch = site.createVSwitch(scene.vpc(), zone, blocks);
        site.reserve(vSwitch, Cidr.parse("10.6.0.64/27"));
        site.reserve(vSwitch, Cidr.parse("2408:4005:300:5:8000::/78"));
        return vSwitch;
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Override
    public CloudNetwork cloud() {
        return cloud;
    }

    @Override
    public InstanceId instance() {
        return scene.instances().get(0).id();
    }

    @Override
    public InstanceId neighbour() {
        return scene.instances().get(2).id();
    }

    @Override
    public InstanceId faraway() {
        return scene.instances().get(1).id();
    }

    @Override
    public InstanceId trunking() {
        return scene.cloud()
                .site()
                .launch("ecs.g7.xlarge", vSwitch(), List.of(scene.securityGroup()))
                .id();
    }

    @Override
    public InstanceLimits limits() {
        return scene.cloud().instance(instance()).orElseThrow().limits();
    }

    @Override
    public VSwitchId vSwitch() {
        return scene.vSwitches().getFirst();
    }

    @Override
    public VSwitchId exhaustedVSwitch() {
        return exhausted;
    }

    @Override
    public VSwitchId ipv4VSwitch() {
        return ipv4;
    }

    @Override
    public VSwitchId prefixVSwitch() {
        return prefixes;
    }

    @Override
    public List<SecurityGroupId> securityGroups() {
        return List.of(scene.securityGroup());
    }

    @Override
    public void passTime(Duration length) {
        door.pass(length);
    }
}
