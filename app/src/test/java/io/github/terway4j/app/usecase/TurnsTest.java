package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final AttachmentKey OLD = new AttachmentKey("old", new LinkName("eth0"));
    private static final AttachmentKey NEW = new AttachmentKey("new", new LinkName("eth0"));
    private static final PodRef WEB = new PodRef("default", "web");
    private static final PodRef DB = new PodRef("default", "db");

    private final World world = new World(1);
    private final SimulatedProcess process = world.process("agent");
    private final Turns turns = new Turns(process.tasks());
    private final List<String> diary = new ArrayList<>();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void calls_about_one_pod_follow_each_other() {
        work("first", Turns.of(OLD, WEB), 60);
        later(1, "second", Turns.of(NEW, WEB), 60);
        world.run();
        assertEquals(List.of("first begins", "first ends", "second begins", "second ends"), diary);
    }

    @Test
    void so_do_calls_about_one_sandbox_whether_they_name_the_pod_or_not() {
        work("first", Turns.of(OLD), 60);
        later(1, "second", Turns.of(OLD, WEB), 60);
        world.run();
        assertEquals(List.of("first begins", "first ends", "second begins", "second ends"), diary);
    }

    @Test
    void others_go_on_beside_them() {
        work("first", Turns.of(OLD, WEB), 60);
        later(1, "second", Turns.of(NEW, DB), 60);
        world.run();
        assertEquals(List.of("first begins", "second begins", "first ends", "second ends"), diary);
    }

    @Test
    void who_would_have_to_wait_longer_than_the_deadline_is_too_late() {
        work("first", Turns.of(OLD, WEB), 60);
        later(1, "second", Turns.of(NEW, WEB), 5);
        world.run();
        assertEquals(List.of("first begins", "second is too late", "first ends"), diary);
    }

    @Test
    void a_deadline_that_has_passed_harms_nobody_whose_turn_it_is() {
        work("late", Turns.of(OLD, WEB), -1);
        world.run();
        assertEquals(List.of("late begins", "late ends"), diary);
    }

    @Test
    void work_that_throws_ends_its_turn() {
        process.start("throwing", () -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> turns.inTurn(
                            Turns.of(OLD, WEB),
                            world.instant(),
                            () -> {
                                throw new IllegalStateException("a mistake");
                            },
                            () -> false));
            diary.add("it threw");
        });
        later(1, "next", Turns.of(OLD, WEB), 5);
        world.run();
        assertEquals(List.of("it threw", "next begins", "next ends"), diary);
    }

    private void later(int seconds, String name, List<String> turn, int patience) {
        world.after(Duration.ofSeconds(seconds), name, () -> work(name, turn, patience));
    }

    /** Ten seconds of it. */
    private void work(String name, List<String> turn, int patience) {
        process.start(
                name,
                () -> turns.inTurn(
                        turn,
                        world.instant().plusSeconds(patience),
                        () -> {
                            diary.add(name + " begins");
                            process.tasks().sleep(Duration.ofSeconds(10));
                            return diary.add(name + " ends");
                        },
                        () -> diary.add(name + " is too late")));
    }
}
