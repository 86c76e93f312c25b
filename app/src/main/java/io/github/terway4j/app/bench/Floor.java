package io.github.terway4j.app.bench;

import io.github.terway4j.app.stage.LinuxStage;
import io.github.terway4j.app.stage.MeasuredRun;
import io.github.terway4j.app.stage.Programs;
import io.github.terway4j.app.stage.Sandbox;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.app.stage.WiringMode;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.out.KernelOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The C program that makes one pod's kernel objects by netlink, those of a mode, and does nothing else. */
final class Floor {
    /** Of no vSwitch, so that nobody's rules or routes are met. */
    private static final Ip FIRST_V4 = Ip.parse("198.18.0.1");

    private static final Ip FIRST_V6 = Ip.parse("2001:db8:18::1");
    private static final String TABLE = "1002";
    private static final String NO_TABLE = "0";
    private static final Mtu MTU = new Mtu(1500);

    /** What is lent in the place of an ENI: on the stage, ENIs are ends of veth pairs, too. */
    private static final LinkName DEVICE = new LinkName("floor-eni");

    private final Programs programs;
    private final WiringMode mode;
    private final String host;

    private Floor(Programs programs, WiringMode mode, StageNode node) {
        this.programs = programs;
        this.mode = mode;
        this.host = node.netns().path();
    }

    static Floor on(LinuxStage stage, StageNode node, WiringMode mode) {
        if (mode == WiringMode.WHOLE_ENI) {
            var far = new LinkName("floor-far");
            var device = new KernelObject.VethPair(
                    node.netns(), far, Mac.local(1), node.netns(), DEVICE, Mac.local(2), MTU, "");
            var steps = List.<KernelStep>of(
                    new KernelStep.Make(device), new KernelStep.Make(new KernelObject.LinkUp(node.netns(), far)));
            if (!(stage.kernel().apply(steps) instanceof KernelOutcome.Applied)) {
                throw new IllegalStateException("could not make " + device.words());
            }
        }
        return new Floor(stage.programs(), mode, node);
    }

    Duration one(Sandbox sandbox, int number) {
        var pod = sandbox.netns().path();
        return run(
                switch (mode) {
                    case VETH, VPC ->
                        List.of("one", host, pod, link(number), "eth0", v4(number), v6(number), table(), mtu());
                    case WHOLE_ENI ->
                        List.of("whole", host, pod, DEVICE.text(), link(number), "eth0", v4(number), v6(number), mtu());
                    case IPVLAN -> throw new IllegalStateException("no floor is known of " + mode.text());
                });
    }

    Duration undo(Sandbox sandbox, int number) {
        var pod = sandbox.netns().path();
        return run(
                switch (mode) {
                    case VETH, VPC -> List.of("undo", host, link(number), v4(number), v6(number), table());
                    case WHOLE_ENI ->
                        List.of("unwhole", host, pod, DEVICE.text(), link(number), "eth0", v4(number), v6(number));
                    case IPVLAN -> throw new IllegalStateException("no floor is known of " + mode.text());
                });
    }

    private String table() {
        return mode == WiringMode.VPC ? NO_TABLE : TABLE;
    }

    private static String mtu() {
        return String.valueOf(MTU.bytes());
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
