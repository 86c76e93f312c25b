package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddressConditionTest {
    private final World world = new World(1);
    private final List<String> said = new ArrayList<>();
    private final AddressCondition condition = new AddressCondition(
            one -> said.add(one.holds() + " " + one.message()),
            world.process("agent").tasks());

    @AfterEach
    void end() {
        world.close();
    }

    private void missing(String why) {
        condition.found(Optional.of(new Fault.Capacity(why)));
    }

    private void wait(Duration length) {
        world.runFor(length);
    }

    @Test
    void that_addresses_are_missing_and_that_they_no_longer_are_is_said_at_once() {
        missing("dry");
        condition.found(Optional.empty());
        assertEquals(List.of("false dry", "true node has sufficient IP"), said);
    }

    @Test
    void the_same_is_said_again_after_five_minutes_and_not_sooner() {
        condition.found(Optional.empty());
        wait(Duration.ofSeconds(299));
        condition.found(Optional.empty());
        assertEquals(1, said.size());
        wait(Duration.ofSeconds(1));
        condition.found(Optional.empty());
        assertEquals(2, said.size());
    }

    @Test
    void words_that_change_with_every_pod_are_not_said_with_every_pod() {
        for (int pods = 1; pods <= 60; pods++) {
            missing(pods + " wanted");
            wait(Duration.ofSeconds(1));
        }
        assertEquals(List.of("false 1 wanted", "false 31 wanted"), said);
    }
}
