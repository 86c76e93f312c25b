package io.github.terway4j.app.drill;

import io.github.terway4j.app.stage.NodeProgram;
import io.github.terway4j.app.stage.StageNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By the programs {@code ip}, {@code tc} and {@code nft}, which share nothing with us and know more words: marks, metrics,
 * hooks, tables of a firewall. On the Linux kernel alone, where a node is a namespace with a name.
 */
record ProgramWitness(StageNode node) implements Witness {
    /** Of the devices of ENIs beyond the first, and of what we prepare for them. */
    private static final Pattern OURS_TO_CHANGE = Pattern.compile(".*\\b(eth[1-9]\\d*|ipvl_\\d+|proto 84)\\b.*");

    /**
     * What the kernel does with a link-local address a second or two after its link is up, without anybody's doing; and what
     * {@code ip} says where the namespace of a link's other end dies while it looks.
     */
    private static final Pattern IN_ITS_OWN_TIME =
            Pattern.compile("(local|anycast) fe80:.* proto kernel .*|Error: Peer netns reference is invalid.*");

    private static final List<List<String>> LAID = lines("""
            ip link add 0thers type bridge
            ip link set 0thers up
            ip link set 0thers group 77
            ip address add 192.0.2.250/24 dev 0thers label 0thers:one
            ip rule add priority 512 fwmark 0x84/0xff lookup 100 protocol 17
            ip rule add priority 2048 from 198.51.100.200 fwmark 0x1 lookup 52
            ip rule add priority 2048 from 198.51.100.201 ipproto tcp dport 443 unreachable
            ip -6 rule add priority 512 to 2001:db8:51::200 tos 0x10 lookup 52
            ip route add 198.51.100.210 dev 0thers metric 77
            ip route add 198.51.100.210 dev 0thers metric 78
            ip route add prohibit 198.51.100.211 table 1003
            ip route add 198.51.100.212 dev 0thers src 192.0.2.250 mtu 1300 table 1002
            ip -6 route add unreachable 2001:db8:51::211 metric 512
            ip neighbour add 192.0.2.251 dev 0thers nud stale lladdr 02:00:00:00:00:01
            tc qdisc add dev 0thers clsact
            tc filter add dev 0thers ingress prio 7 u32 match u32 0 0 flowid 1:1
            nft add table inet others
            nft add set inet others pods { type ipv4_addr; elements = { 198.51.100.1, 198.51.100.2 }; }
            nft add chain inet others in { type filter hook input priority 0; policy accept; }
            nft add rule inet others in ip saddr @pods counter accept
            nft add table ip terway
            """);

    private static final List<List<String>> LOOKS = lines("""
            ip -o link show
            ip -o address show
            ip -d rule show
            ip -d -6 rule show
            ip -d route show table all
            ip -d -6 route show table all
            ip neighbour show nud permanent
            tc qdisc show
            tc filter show dev 0thers ingress
            nft list ruleset
            """);

    /** Empty where there are no such programs, or the node's namespace has no name. */
    static Optional<Witness> of(StageNode node) {
        return NodeProgram.obstacle(node, List.of("ip", "tc", "nft")).isEmpty()
                ? Optional.of(new ProgramWitness(node))
                : Optional.empty();
    }

    @Override
    public int lay() {
        LAID.forEach(this::run);
        return LAID.size();
    }

    @Override
    public List<String> look() {
        return LOOKS.stream()
                .flatMap(words -> run(words)
                        .lines()
                        .filter(line -> !OURS_TO_CHANGE.matcher(line).matches()
                                && !IN_ITS_OWN_TIME.matcher(line).matches())
                        // An address is tried out for a second or two, without anybody's doing.
                        .map(line ->
                                String.join(" ", words) + ": " + line.strip().replace(" tentative", "")))
                .toList();
    }

    private String run(List<String> words) {
        var run = NodeProgram.run(node, "", words);
        if (run.exitStatus() != 0) {
            throw new IllegalStateException("%s: %s".formatted(String.join(" ", words), run.said()));
        }
        return run.said();
    }

    private static List<List<String>> lines(String text) {
        return text.lines().map(line -> List.of(line.split(" ", -1))).toList();
    }
}
