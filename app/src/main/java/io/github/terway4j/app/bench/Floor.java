package io.github.terway4j.app.bench;

import io.github.terway4j.app.stage.LinuxStage;
import io.github.terway4j.app.stage.MeasuredRun;
import io.github.terway4j.app.stage.Programs;
import io.github.terway4j.app.stage.Sandbox;
import io.github.terway4j.app.stage.StageNode;
import io.github.terway4j.app.stage.WiringMode;
import io.github.terway4j.domain.net.Ip;
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
    private static final String POD_LINK = "eth0";

    /** Of one pod after the other. */
    private static final String TAG = "4001";

    private final Programs programs;
    private final WiringMode mode;
    private final String host;

    private Floor(Programs programs, WiringMode mode, StageNode node) {
        this.programs = programs;
        this.mode = mode;
        this.host = node.netns().path();
    }

    static Floor on(LinuxStage stage, StageNode node, WiringMode mode) {
        FloorEni.lay(stage, node, mode);
        return new Floor(stage.programs(), mode, node);
    }

    Duration one(Sandbox sandbox, int number) {
        var pod = sandbox.netns().path();
        return run(
                switch (mode) {
                    case VETH, VPC ->
                        List.of("one", host, pod, link(number), POD_LINK, v4(number), v6(number), table(), mtu());
                    case WHOLE_ENI ->
                        List.of("whole", host, pod, eni(), link(number), POD_LINK, v4(number), v6(number), mtu());
                    case IPVLAN -> List.of("slave", host, pod, eni(), hostSlave(), POD_LINK, v4(number), v6(number));
                    case MEMBER_VLAN -> List.of("vlan", host, pod, eni(), TAG, POD_LINK, v4(number), v6(number));
                    case MEMBER_FILTER ->
                        List.of(
                                "tagged",
                                host,
                                pod,
                                link(number),
                                POD_LINK,
                                v4(number),
                                v6(number),
                                table(),
                                mtu(),
                                eni(),
                                TAG);
                });
    }

    Duration undo(Sandbox sandbox, int number) {
        var pod = sandbox.netns().path();
        return run(
                switch (mode) {
                    case VETH, VPC -> List.of("undo", host, link(number), v4(number), v6(number), table());
                    case WHOLE_ENI ->
                        List.of("unwhole", host, pod, eni(), link(number), POD_LINK, v4(number), v6(number));
                    case IPVLAN -> List.of("unslave", host, pod, hostSlave(), POD_LINK, v4(number), v6(number));
                    case MEMBER_VLAN -> List.of("unvlan", pod, POD_LINK);
                    case MEMBER_FILTER ->
                        List.of("untagged", host, link(number), v4(number), v6(number), table(), eni());
                });
    }

    private static String eni() {
        return FloorEni.LINK.text();
    }

    private static String hostSlave() {
        return FloorEni.HOST_SLAVE.text();
    }

    private String table() {
        return mode == WiringMode.VPC ? NO_TABLE : TABLE;
    }

    private static String mtu() {
        return String.valueOf(FloorEni.MTU.bytes());
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
