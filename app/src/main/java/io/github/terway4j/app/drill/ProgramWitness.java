package io.github.terway4j.app.drill;

import io.github.terway4j.app.stage.StageNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By the programs {@code ip}, {@code tc} and {@code nft}, which share nothing with us and know more words: marks, metrics,
 * hooks, tables of a firewall. On the Linux kernel alone, where a node is a namespace with a name.
 */
record ProgramWitness(String namespace, Path ip) implements Witness {
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/sbin"), Path.of("/sbin"), Path.of("/usr/bin"), Path.of("/bin"));

    /** Of the devices of ENIs beyond the first, and of what we prepare for them. */
    private static final Pattern OURS_TO_CHANGE = Pattern.compile(".*\\b(eth[1-9]\\d*|proto 84)\\b.*");

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
        var name = Path.of(node.netns().path());
        return Path.of("/run/netns").equals(name.getParent()) && program("nft").isPresent() && program("tc").isPresent()
                ? program("ip").map(ip -> new ProgramWitness(name.getFileName().toString(), ip))
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
                .flatMap(words -> run(words).lines()
                        .filter(line -> !OURS_TO_CHANGE.matcher(line).matches())
                        // An address is tried out for a second or two, without anybody's doing.
                        .map(line -> String.join(" ", words) + ": " + line.strip().replace(" tentative", "")))
                .toList();
    }

    private String run(List<String> words) {
        var command = new ArrayList<>(List.of(ip.toString(), "netns", "exec", namespace));
        command.addAll(words);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("%s: %s".formatted(String.join(" ", words), said));
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", interrupted);
        }
    }

    private static Optional<Path> program(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<List<String>> lines(String text) {
        return text.lines().map(line -> Stream.of(line.split(" ")).toList()).toList();
    }
}
