package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.VirtualType;
import java.util.Optional;

/** A way of wiring pods for which a stage's agents can be configured; each is one line. */
public enum WiringMode {
    VETH("ENIMultiIP", DaemonMode.ENI_MULTI_IP, VirtualType.VETH),
    IPVLAN("IPvlan", DaemonMode.ENI_MULTI_IP, VirtualType.IPVLAN),
    VPC("VPC", DaemonMode.VPC, VirtualType.VETH),
    WHOLE_ENI("ENIOnly", DaemonMode.ENI_ONLY, VirtualType.VETH);

    private final String text;
    private final DaemonMode daemonMode;
    private final VirtualType virtualType;

    WiringMode(String text, DaemonMode daemonMode, VirtualType virtualType) {
        this.text = text;
        this.daemonMode = daemonMode;
        this.virtualType = virtualType;
    }

    /** As people ask for it. */
    public String text() {
        return text;
    }

    public DaemonMode daemonMode() {
        return daemonMode;
    }

    VirtualType virtualType() {
        return virtualType;
    }

    /** What the stage's kernel lacks for it; empty if nothing. Agents would wire pods by another way, then. */
    public Optional<String> obstacle(Stage stage) {
        return switch (virtualType) {
            case VETH -> Optional.empty();
            case IPVLAN ->
                stage.kernel().knows(LinkKind.IPVLAN, stage.nodes().getFirst().netns())
                        ? Optional.empty()
                        : Optional.of("this kernel has no " + LinkKind.IPVLAN.text());
        };
    }
}
