package io.github.terway4j.app.bench;

import io.github.terway4j.app.stage.MeasuredRun;
import io.github.terway4j.app.stage.Programs;
import io.github.terway4j.app.stage.Sandbox;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.domain.net.Ip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The C program that makes one pod's kernel objects by netlink and does nothing else. */
final class Floor {
    /** Of no vSwitch, so that nobody's rules or routes are met. */
    private static final Ip FIRST_V4 = Ip.parse("198.18.0.1");

    private static final Ip FIRST_V6 = Ip.parse("2001:db8:18::1");
    private static final String TABLE = "1002";
    private static final String MTU = "1500";

    private final Programs programs;
    private final Path host;

    Floor(Programs programs, StageNode node) {
        this.programs = programs;
        this.host = Path.of(node.netns().path());
    }

    Duration one(Sandbox sandbox, int number) {
        return run(List.of(
                "one",
                host.toString(),
                sandbox.netns().path(),
                link(number),
                "eth0",
                v4(number),
                v6(number),
                TABLE,
                MTU));
    }

    Duration undo(int number) {
        return run(List.of("undo", host.toString(), link(number), v4(number), v6(number), TABLE));
    }

    private static String link(int number) {
        return "floor" + number;
    }

    private static String v4(int number) {
        return FIRST_V4.plus(number).toString();
    }

    private static String v6(int number) {
        return FIRST_V6.plus(number).toString();
    }

    private Duration run(List<String> words) {
        var command = new ArrayList<>(List.of(programs.floor().toString()));
        command.addAll(words);
        var run = MeasuredRun.of(programs.caller(), command, Map.of(), "");
        if (run.exitStatus() != 0) {
            throw new IllegalStateException("the floor failed: " + command);
        }
        return run.took();
    }
}
