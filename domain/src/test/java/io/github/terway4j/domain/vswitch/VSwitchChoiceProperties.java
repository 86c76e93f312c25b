package io.github.terway4j.domain.vswitch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VSwitchChoiceProperties {
    @Property
    void whatever_the_order_none_is_lost(
            @ForAll VSwitchChoice choice, @ForAll("vSwitches") List<VSwitch> vSwitches, @ForAll long seed) {
        var ordered = choice.order(vSwitches, new SplittableRandom(seed));
        assertEquals(sorted(vSwitches), sorted(ordered));
    }

    @Property
    void ordered_is_as_the_operator_listed_them(@ForAll("vSwitches") List<VSwitch> vSwitches, @ForAll long seed) {
        assertEquals(vSwitches, VSwitchChoice.ORDERED.order(vSwitches, new SplittableRandom(seed)));
    }

    @Property
    void most_puts_fuller_ones_behind_and_keeps_the_operators_order_among_equals(
            @ForAll("vSwitches") List<VSwitch> vSwitches, @ForAll long seed) {
        var ordered = VSwitchChoice.MOST.order(vSwitches, new SplittableRandom(seed));
        for (int i = 1; i < ordered.size(); i++) {
            var before = ordered.get(i - 1);
            var after = ordered.get(i);
            assertTrue(before.freeAddresses() >= after.freeAddresses(), ordered::toString);
            if (before.freeAddresses() == after.freeAddresses()) {
                assertTrue(vSwitches.indexOf(before) < vSwitches.indexOf(after), ordered::toString);
            }
        }
    }

    @Property
    void chance_decides_alike_for_one_seed(@ForAll("vSwitches") List<VSwitch> vSwitches, @ForAll long seed) {
        assertEquals(
                VSwitchChoice.RANDOM.order(vSwitches, new SplittableRandom(seed)),
                VSwitchChoice.RANDOM.order(vSwitches, new SplittableRandom(seed)));
    }

    @Example
    void chance_lets_each_be_first_now_and_then() {
        var vSwitches =
                IntStream.range(0, 3).mapToObj(number -> vSwitch(number, 7)).toList();
        var firsts = new TreeSet<VSwitchId>();
        for (int seed = 0; seed < 100; seed++) {
            firsts.add(VSwitchChoice.RANDOM
                    .order(vSwitches, new SplittableRandom(seed))
                    .getFirst()
                    .id());
        }
        assertEquals(3, firsts.size());
    }

    @Example
    void the_list_that_was_given_is_not_touched() {
        var vSwitches = new ArrayList<>(List.of(vSwitch(0, 1), vSwitch(1, 2)));
        var ordered = VSwitchChoice.MOST.order(vSwitches, new SplittableRandom(1));
        assertNotEquals(ordered, vSwitches);
        assertEquals(0, vSwitches.getFirst().id().text().compareTo("vsw-0"));
    }

    @Provide
    Arbitrary<List<VSwitch>> vSwitches() {
        return Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofMaxSize(6)
                .map(free -> IntStream.range(0, free.size())
                        .mapToObj(number -> vSwitch(number, free.get(number)))
                        .toList());
    }

    private static VSwitch vSwitch(int number, int free) {
        return new VSwitch(
                new VSwitchId("vsw-" + number), new Zone("zone-a"), DualStack.v4(Cidr.parse("10.0.1.0/24")), free);
    }

    private static List<VSwitch> sorted(List<VSwitch> vSwitches) {
        return vSwitches.stream().sorted(Comparator.comparing(VSwitch::id)).toList();
    }
}
