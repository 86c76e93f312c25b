package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DualStackProperties {
    @Property
    void there_is_always_something_and_everything_agrees_on_what(@ForAll("stacks") DualStack<Integer> stack) {
        var all = new ArrayList<Integer>();
        for (var family : IpFamily.values()) {
            assertEquals(stack.has(family), stack.families().contains(family));
            assertEquals(stack.has(family), stack.get(family).isPresent());
            stack.get(family).ifPresent(all::add);
        }
        assertFalse(all.isEmpty());
        assertEquals(all, stack.all());
        assertEquals(stack.v4(), stack.get(IpFamily.V4));
        assertEquals(stack.v6(), stack.get(IpFamily.V6));
    }

    @Property
    void mapping_by_identity_changes_nothing(@ForAll("stacks") DualStack<Integer> stack) {
        assertEquals(stack, stack.map(Function.identity()));
        assertEquals(stack.hashCode(), stack.map(Function.identity()).hashCode());
    }

    @Property
    void mapping_twice_is_mapping_once(@ForAll("stacks") DualStack<Integer> stack) {
        assertEquals(stack.map(x -> x + 1).map(x -> x * 2L), stack.map(x -> (x + 1) * 2L));
    }

    @Property
    void mapping_stays_within_each_family(@ForAll("stacks") DualStack<Integer> stack) {
        var mapped = stack.map(x -> "x" + x);
        assertEquals(stack.families(), mapped.families());
        for (var family : IpFamily.values()) {
            assertEquals(stack.get(family).map(x -> "x" + x), mapped.get(family));
        }
    }

    @Property
    void two_are_equal_if_they_hold_equal_things(
            @ForAll("stacks") DualStack<Integer> one, @ForAll("stacks") DualStack<Integer> other) {
        boolean expected = one.v4().equals(other.v4()) && one.v6().equals(other.v6());
        assertEquals(expected, one.equals(other));
        assertEquals(expected, one.toString().equals(other.toString()));
    }

    @Property
    void addresses_find_their_own_family(@ForAll("addresses") DualStack<Ip> stack) {
        assertEquals(stack, DualStack.ofIps(stack.all()));
        assertEquals(stack, DualStack.ofIps(stack.all().reversed()));
        for (var family : stack.families()) {
            assertEquals(Optional.of(family), stack.get(family).map(Ip::family));
        }
    }

    @Provide
    Arbitrary<DualStack<Integer>> stacks() {
        var few = Arbitraries.integers().between(0, 3);
        return stacks(few, few);
    }

    @Provide
    Arbitrary<DualStack<Ip>> addresses() {
        return stacks(Addresses.ips(IpFamily.V4), Addresses.ips(IpFamily.V6));
    }

    private static <T> Arbitrary<DualStack<T>> stacks(Arbitrary<T> v4, Arbitrary<T> v6) {
        return Arbitraries.oneOf(
                v4.map(DualStack::v4),
                v6.map(DualStack::v6),
                Combinators.combine(v4, v6).as(DualStack::both));
    }
}
