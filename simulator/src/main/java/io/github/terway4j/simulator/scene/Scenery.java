package io.github.terway4j.simulator.scene;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.simulator.cloud.CloudSite;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A scene that has become part of a cloud: what the cloud calls that which the file calls otherwise. */
public final class Scenery {
    private final CloudSite site;
    private final Map<String, String> ids = new TreeMap<>();

    Scenery(SimulatedCloud cloud) {
        this.site = cloud.site();
    }

    /**
     * Puts the scene into the cloud, at once and for good. Its quirks begin now.
     *
     * @throws IllegalArgumentException or an {@link io.github.terway4j.simulator.cloud.estate.Objection} if the cloud will
     *     not have it, though it did when the scene was read: there is something in it already
     */
    public static Scenery of(Scene scene, SimulatedCloud cloud) {
        var scenery = new Scenery(cloud);
        scene.parts().forEach(scenery::add);
        cloud.throttle().allow(scene.rates());
        cloud.follow(scenery.named(scene.quirks()));
        return scenery;
    }

    /** The cloud's id of everything that has a name, by that name. */
    public Map<String, String> ids() {
        return Collections.unmodifiableMap(ids);
    }

    /** The cloud's id of that name. */
    public String id(String name) {
        return id(name, Function.identity());
    }

    boolean has(Collection<String> names) {
        return ids.keySet().containsAll(names);
    }

    /** The words with names instead of ids. */
    String named(String words) {
        var named = words;
        for (var known : ids.entrySet()) {
            named = named.replace(known.getValue(), known.getKey());
        }
        return named;
    }

    void add(Scene.Part part) {
        var label = Label.named(part.name());
        var id = switch (part) {
            case Scene.Vpc vpc -> site.createVpc(vpc.blocks(), label);
            case Scene.VSwitch vSwitch -> add(vSwitch, label);
            case Scene.SecurityGroup it -> site.createSecurityGroup(id(it.vpc(), VpcId::new), it.kind(), label);
            case Scene.Instance it ->
                site.launch(it.type(), id(it.vSwitch(), VSwitchId::new), groups(it.securityGroups()), label)
                        .id();
            case Scene.Eni eni -> add(eni, label);
        };
        ids.put(part.name(), id.toString());
    }

    private VSwitchId add(Scene.VSwitch vSwitch, Label label) {
        var id = site.createVSwitch(id(vSwitch.vpc(), VpcId::new), vSwitch.zone(), vSwitch.blocks(), label);
        vSwitch.reserved().forEach(part -> site.reserve(id, part));
        return id;
    }

    private EniId add(Scene.Eni eni, Label label) {
        var order = new EniOrder(
                        id(eni.vSwitch(), VSwitchId::new),
                        groups(eni.securityGroups()),
                        eni.ipv4(),
                        eni.ipv6(),
                        Map.of())
                .ofKind(eni.kind())
                .with(label.withTags(eni.tags()));
        return site.createEni(order, eni.instance().map(name -> id(name, InstanceId::new)))
                .id();
    }

    /** The plan with ids instead of names. */
    private QuirkPlan named(QuirkPlan plan) {
        return new QuirkPlan(plan.spells().stream()
                .map(spell -> spell.with(named(spell.quirk())))
                .toList());
    }

    private Quirk named(Quirk quirk) {
        return switch (quirk) {
            case Quirk.VSwitchRunsDry(var vSwitch, var code) ->
                new Quirk.VSwitchRunsDry(vSwitch.map(name -> id(name.text(), VSwitchId::new)), code);
            case Quirk.StrangersCome(var every, var vSwitch) ->
                new Quirk.StrangersCome(every, id(vSwitch.text(), VSwitchId::new));
            case Quirk.TypeChanged(var instance, var type) ->
                new Quirk.TypeChanged(id(instance.text(), InstanceId::new), type);
            case Quirk other -> other;
        };
    }

    private List<SecurityGroupId> groups(List<String> names) {
        return names.stream().map(name -> id(name, SecurityGroupId::new)).toList();
    }

    private <T> T id(String name, Function<String, T> make) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("nothing is called " + name);
        }
        return make.apply(id);
    }
}
