package io.github.terway4j.domain.preflight;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.QueueDiscipline;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.Rate;
import java.util.ArrayList;
import java.util.List;

/** Something that a kernel may lack. */
public enum KernelFeature {
    VETH("veth", "veth pairs", "load the module veth (CONFIG_VETH)"),
    POLICY_ROUTING(
            "policy-routing",
            "rules that choose a routing table",
            "it is no module: take a kernel with CONFIG_IP_MULTIPLE_TABLES"),
    IPV6(
            "ipv6",
            "IPv6 addresses, and rules for them",
            "start the kernel without ipv6.disable=1, or take one with CONFIG_IPV6 and CONFIG_IPV6_MULTIPLE_TABLES"),
    IPVLAN(
            "ipvlan",
            "IPvlan slaves",
            "load the module ipvlan (CONFIG_IPVLAN); a small cloud image may keep it in a package of extra modules"),
    VLAN("8021q", "VLAN devices", "load the module 8021q (CONFIG_VLAN_8021Q)"),
    TAGS(
            "act_vlan",
            "filters that push and pop VLAN tags",
            "load the modules cls_u32 and act_vlan (CONFIG_NET_CLS_U32, CONFIG_NET_ACT_VLAN)"),
    REDIRECTION(
            "act_mirred",
            "filters that have a packet come in by another link",
            "load the modules cls_u32, act_mirred and act_skbedit (CONFIG_NET_ACT_MIRRED, CONFIG_NET_ACT_SKBEDIT)"),
    SHAPING("sch_tbf", "token bucket filters", "load the module sch_tbf (CONFIG_NET_SCH_TBF)"),
    BANDS("sch_prio", "bands of priority", "load the module sch_prio (CONFIG_NET_SCH_PRIO)"),
    MARKS(
            "nf_tables",
            "marks on connections, by the program nft",
            "install the package nftables, and load the modules nf_tables, nft_ct and nf_conntrack (CONFIG_NF_TABLES_INET,"
                    + " CONFIG_NFT_CT, CONFIG_NF_CONNTRACK)");

    private final String word;
    private final String meaning;
    private final String remedy;

    KernelFeature(String word, String meaning, String remedy) {
        this.word = word;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Close to the module's name, where it is one. */
    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    /** What an operator can do where it is missing. */
    public String remedy() {
        return remedy;
    }

    /** What can be made in an empty namespace if the kernel has it; marks are set on what comes in by {@link Trial#LINK}. */
    public DatapathPlan trial(NetNs ns) {
        var wanted = new ArrayList<>(Trial.pair(ns));
        wanted.addAll(madeOf(ns));
        return new DatapathPlan(wanted);
    }

    private List<KernelObject> madeOf(NetNs ns) {
        return switch (this) {
            case VETH, MARKS -> List.of();
            case POLICY_ROUTING -> List.of(rule(ns, "10.0.0.1/32"));
            case IPV6 ->
                List.of(
                        new KernelObject.Address(ns, Trial.LINK, InterfaceAddress.parse("fd00::1/128")),
                        rule(ns, "fd00::1/128"));
            case IPVLAN ->
                List.of(new KernelObject.IpvlanLink(ns, Trial.UPPER, ns, Trial.LINK, Arp.ON, Ownership.NODE_ALIAS));
            case VLAN ->
                List.of(new KernelObject.VlanLink(ns, Trial.UPPER, ns, Trial.LINK, Trial.TAG, Ownership.NODE_ALIAS));
            case TAGS -> List.of(filter(ns, new FilterAction.PushTag(Trial.TAG)));
            case REDIRECTION -> List.of(filter(ns, new FilterAction.RedirectIn(Trial.FAR)));
            case SHAPING ->
                List.of(new KernelObject.Shaper(
                        ns, Trial.LINK, Tbf.shaping(Rate.ofBitsPerSecond(8_000_000), Trial.MTU)));
            case BANDS -> List.of(new KernelObject.Queueing(ns, Trial.LINK, QueueDiscipline.BANDS));
        };
    }

    private static KernelObject rule(NetNs ns, String cidr) {
        return new KernelObject.Rule(
                ns, 2048, RuleSelector.from(Cidr.parse(cidr)), new RuleAction.Lookup(1007), Ownership.PROTOCOL);
    }

    private static KernelObject filter(NetNs ns, FilterAction action) {
        return new KernelObject.Filter(
                ns, Trial.LINK, Hook.EGRESS, 7, new FilterMatch.From(Cidr.parse("10.0.0.1/32")), action);
    }

    /** What they are tried on. */
    public static final class Trial {
        public static final LinkName LINK = new LinkName("near");
        static final LinkName FAR = new LinkName("far");
        static final LinkName UPPER = new LinkName("upper");
        static final VlanId TAG = new VlanId(7);
        static final Mtu MTU = new Mtu(1500);

        private Trial() {}

        static List<KernelObject> pair(NetNs ns) {
            return List.of(
                    new KernelObject.VethPair(ns, LINK, Mac.local(1), ns, FAR, Mac.local(2), MTU, Ownership.NODE_ALIAS),
                    new KernelObject.LinkUp(ns, LINK),
                    new KernelObject.LinkUp(ns, FAR));
        }
    }
}
