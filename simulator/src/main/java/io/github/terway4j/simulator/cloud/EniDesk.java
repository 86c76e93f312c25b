package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniEdit;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.IdMint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes, changes and deletes ENIs; {@link EniRules} say when it may. */
final class EniDesk {
    private final Estate estate;
    private final EniRules rules;
    private final EniLifecycle lifecycle;
    private final IdMint mint;

    EniDesk(Estate estate, EniRules rules, EniLifecycle lifecycle, IdMint mint) {
        this.estate = estate;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.mint = mint;
    }

    CloudEni create(EniOrder order, Instant now) {
        rules.checkCreate(order);
        return bear(order, now);
    }

    /** Without asking the rules. */
    CloudEni bear(EniOrder order, Instant now) {
        var vSwitch = estate.vSwitch(order.vSwitch());
        var birth = Birth.of(order);
        var ipv4 = birth.arranged(vSwitch.take(IpFamily.V4, birth.ipv4()));
        var ipv6 = vSwitch.take(IpFamily.V6, birth.ipv6());
        var eni = new Eni(
                new EniId(mint.next("eni")),
                mint.nextMac(),
                order.kind(),
                EniStatus.AVAILABLE,
                vSwitch.id(),
                Stream.concat(ipv4.addresses().stream(), ipv6.addresses().stream())
                        .toList());
        var born = new CloudEni(
                eni,
                vSwitch.vpc(),
                vSwitch.zone(),
                order.traffic(),
                order.label(),
                order.settings(),
                Stream.concat(ipv4.prefixes().stream(), ipv6.prefixes().stream())
                        .toList(),
                Optional.empty(),
                List.of(),
                now);
        estate.keep(born);
        return born;
    }

    void modify(EniId id, List<EniEdit> edits) {
        var before = estate.eni(id);
        var after = before;
        for (var edit : edits) {
            after = edited(after, edit);
        }
        rules.checkChange(before, after);
        estate.keep(after);
    }

    void delete(EniId id, Instant now) {
        var eni = estate.eni(id);
        rules.checkDelete(eni);
        estate.keep(eni.with(EniStatus.DELETING));
        lifecycle.beginDeleting(id, now);
    }

    private static CloudEni edited(CloudEni eni, EniEdit edit) {
        return switch (edit) {
            case EniEdit.Name(var text) -> eni.with(eni.label().withName(text));
            case EniEdit.Description(var text) -> eni.with(eni.label().withDescription(text));
            case EniEdit.SecurityGroups(var ids) -> eni.with(eni.settings().withSecurityGroups(ids));
            case EniEdit.DeleteOnRelease(var whether) -> eni.with(eni.settings().withDeleteOnRelease(whether));
            case EniEdit.SourceDestCheck(var whether) -> eni.with(eni.settings().withSourceDestCheck(whether));
            case EniEdit.Queues(var number) -> eni.with(eni.settings().withQueues(number));
        };
    }
}
