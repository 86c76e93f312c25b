package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.util.ArrayList;
import java.util.List;

/**
 * No instance has more ENIs, and no ENI more addresses, than the instance's type allows; no node more ENIs than its
 * operator; nor the account more than its quota.
 */
public final class WithinLimits implements Invariant {
    private final int perNode;
    private final int accountQuota;

    /**
     * @param perNode how many ENIs the operator lets a node have beside the one that it was born with
     * @param accountQuota how many ENIs the account may have beside those that instances are born with
     */
    public WithinLimits(int perNode, int accountQuota) {
        this.perNode = perNode;
        this.accountQuota = accountQuota;
    }

    @Override
    public String name() {
        return "within-limits";
    }

    @Override
    public String sentence() {
        return "ENIs and addresses are within the instance's limits, and ENIs within the operator's and the account's";
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        if (!(change instanceof Change.EniChanged changed) || changed.after().isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<String>();
        now.nodes().forEach((name, node) -> {
            if (changed.after().get().attachedTo(node.instance)) {
                node(name, node, now, found);
            }
        });
        var secondary = now.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .count();
        if (secondary > accountQuota) {
            found.add("the account has %d ENIs and may have %d".formatted(secondary, accountQuota));
        }
        return found;
    }

    private void node(String name, NodePicture node, Picture now, List<String> found) {
        var its =
                now.enis().stream().filter(eni -> eni.attachedTo(node.instance)).toList();
        var most = Math.min(node.limits.enis(), perNode + 1);
        if (its.size() > most) {
            found.add("%s has %d ENIs and may have %d".formatted(name, its.size(), most));
        }
        its.stream()
                .filter(eni -> isFull(eni, node))
                .map(eni -> "%s has %s, more than %s allows".formatted(name, eni.eni(), node.limits))
                .forEach(found::add);
    }

    private static boolean isFull(CloudEni eni, NodePicture node) {
        return eni.eni().count(IpFamily.V4) > node.limits.ipv4PerEni()
                || eni.eni().count(IpFamily.V6) > node.limits.ipv6PerEni();
    }
}
