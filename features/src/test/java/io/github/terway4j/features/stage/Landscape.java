package io.github.terway4j.features.stage;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** vSwitches that a scenario calls by names of its own, all in the zone of the first node. */
public final class Landscape {
    private static final int FIRST_OF_OURS = 3;

    private final CloudScene scene;
    private final Map<String, VSwitchId> named = new LinkedHashMap<>();
    private final List<EniId> guests = new ArrayList<>();

    Landscape(CloudScene scene) {
        this.scene = scene;
    }

    /** One with so many addresses to give: two, ten, 26 and so on, for a block has some that are the cloud's own. */
    public void addVSwitch(String name, int addresses) {
        var number = FIRST_OF_OURS + named.size();
        var length = IntStream.rangeClosed(16, 29)
                .filter(bits -> (1 << (32 - bits)) - 6 == addresses)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no block has %d addresses".formatted(addresses)));
        var blocks = DualStack.both(
                Cidr.parse("10.%d.0.0/%d".formatted(number, length)),
                Cidr.parse("2408:4005:300:%d::/64".formatted(number)));
        named.put(name, scene.cloud().site().createVSwitch(scene.vpc(), CloudScene.ZONES.getFirst(), blocks));
    }

    /** How many addresses are to be had there. */
    public int free(String name) {
        return scene.cloud().vSwitches().stream()
                .filter(vSwitch -> vSwitch.id().equals(id(name)))
                .mapToInt(VSwitch::freeAddresses)
                .sum();
    }

    /** Somebody who is not us has an ENI with so many addresses made there. */
    public void take(int addresses, String name) {
        bringGuest(id(name), addresses, Optional.empty());
    }

    /** Somebody who is not us has an ENI of his made and attached. */
    public void attachGuest(Instance to) {
        bringGuest(scene.vSwitches().getFirst(), 1, Optional.of(to.id()));
    }

    /** An ENI with these tags, and attached to nothing. */
    public EniId lieAbout(Tags tags) {
        var order = new EniOrder(scene.vSwitches().getFirst(), List.of(scene.securityGroup()), 1, 0, tags.byKey());
        return scene.cloud().site().createEni(order, Optional.empty()).id();
    }

    private void bringGuest(VSwitchId vSwitch, int addresses, Optional<InstanceId> to) {
        var order = new EniOrder(vSwitch, List.of(scene.securityGroup()), addresses, 0, Map.of());
        guests.add(scene.cloud().site().createEni(order, to).id());
    }

    /** ENIs that are not ours. */
    public List<EniId> guests() {
        return List.copyOf(guests);
    }

    public VSwitchId id(String name) {
        var id = named.get(name);
        if (id == null) {
            throw new IllegalArgumentException("the scenario has not spoken of a vSwitch " + name + " yet");
        }
        return id;
    }

    /** As an operator lists them. */
    Map<String, Object> listed(List<String> names) {
        return Map.of(
                CloudScene.ZONES.getFirst().text(),
                names.stream().map(this::id).map(VSwitchId::text).toList());
    }

    /** The same words with the scenario's names for the cloud's. */
    public String named(String words) {
        var said = words;
        for (var vSwitch : named.entrySet()) {
            said = said.replace(vSwitch.getValue().text(), vSwitch.getKey());
        }
        return said;
    }
}
