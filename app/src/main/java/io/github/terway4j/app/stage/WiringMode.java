package io.github.terway4j.app.stage;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.datapath.VlanStripType;
import java.util.Optional;

/** A way of wiring pods for which a stage's agents can be configured; each is one line. */
public enum WiringMode {
    VETH("ENIMultiIP", DaemonMode.ENI_MULTI_IP, VirtualType.VETH),
    IPVLAN("IPvlan", DaemonMode.ENI_MULTI_IP, VirtualType.IPVLAN),
    VPC("VPC", DaemonMode.VPC, VirtualType.VETH),
    WHOLE_ENI("ENIOnly", DaemonMode.ENI_ONLY, VirtualType.VETH),
    /** Every pod asks for an ENI behind the trunk, whose filters tell them apart. */
    MEMBER_FILTER("MemberFilter", VlanStripType.FILTER),
    /** The same by VLAN devices. */
    MEMBER_VLAN("MemberVLAN", VlanStripType.VLAN);

    private final String text;
    private final DaemonMode daemonMode;
    private final VirtualType virtualType;
    private final Optional<VlanStripType> members;

    WiringMode(String text, DaemonMode daemonMode, VirtualType virtualType) {
        this.text = text;
        this.daemonMode = daemonMode;
        this.virtualType = virtualType;
        this.members = Optional.empty();
    }

    WiringMode(String text, VlanStripType members) {
        this.text = text;
        this.daemonMode = DaemonMode.ENI_MULTI_IP;
        this.virtualType = VirtualType.VETH;
        this.members = Optional.of(members);
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

    /** How pods that ask for an ENI behind the trunk are told apart; empty where none does. */
    Optional<VlanStripType> members() {
        return members;
    }

    /** Whether what pods send to services passes their node's stack, which translates it. */
    public boolean passesHost() {
        return this != MEMBER_VLAN;
    }

    /** What the stage's kernel lacks for it; empty if nothing. Agents would wire pods by another way, then. */
    public Optional<String> obstacle(Stage stage) {
        return switch (this) {
            case VETH, VPC, WHOLE_ENI -> Optional.empty();
            case IPVLAN -> lacking(stage, LinkKind.IPVLAN);
            // A stage lays its cables to members as VLANs, too.
            case MEMBER_VLAN -> lacking(stage, LinkKind.VLAN);
            case MEMBER_FILTER ->
                lacking(stage, LinkKind.VLAN)
                        .or(() -> stage.kernel()
                                        .knowsTags(stage.nodes().getFirst().netns())
                                ? Optional.empty()
                                : Optional.of("this kernel has no act_vlan"));
        };
    }

    private static Optional<String> lacking(Stage stage, LinkKind kind) {
        return stage.kernel().knows(kind, stage.nodes().getFirst().netns())
                ? Optional.empty()
                : Optional.of("this kernel has no " + kind.text());
    }
}
