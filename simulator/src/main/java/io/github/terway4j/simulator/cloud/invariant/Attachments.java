package io.github.terway4j.simulator.cloud.invariant;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** An ENI's state, its kind and its place agree, and whoever is named in a place knows of it. */
final class Attachments {
    private Attachments() {}

    static List<String> violations(Census census) {
        var found = new ArrayList<String>();
        census.enis().forEach(eni -> state(eni, found));
        census.enis().forEach(eni -> trunk(eni, census, found));
        var byInstance = census.byInstance();
        var known = census.instances().stream().map(Instance::id).toList();
        byInstance.forEach((instance, enis) -> {
            if (!known.contains(instance)) {
                found.add("%s, which does not exist, has %d ENIs".formatted(instance, enis.size()));
            }
            indexes(enis, found);
        });
        for (var instance : census.instances()) {
            var primaries = byInstance.getOrDefault(instance.id(), List.of()).stream()
                    .filter(eni -> eni.eni().kind() == EniKind.PRIMARY)
                    .map(CloudEni::id)
                    .toList();
            if (!primaries.equals(List.of(instance.primaryEni()))) {
                found.add("%s is born with %s, and its primary ENIs are %s"
                        .formatted(instance.id(), instance.primaryEni(), primaries));
            }
        }
        return found;
    }

    private static void state(CloudEni eni, List<String> found) {
        var expected = switch (eni.status()) {
            case ATTACHING, IN_USE, DETACHING -> true;
            case AVAILABLE, DELETING, STRANGE -> false;
        };
        if (eni.instance().isPresent() != expected) {
            found.add("%s is %s, and its instance is %s".formatted(eni.id(), eni.status(), eni.instance()));
        }
        if (eni.trunk().isPresent() != (eni.eni().kind() == EniKind.MEMBER)) {
            found.add("%s is a %s, and its trunk is %s"
                    .formatted(eni.id(), eni.eni().kind(), eni.trunk()));
        }
    }

    /** A member is named by its trunk, and a trunk's members name it; both are of one instance. */
    private static void trunk(CloudEni eni, Census census, List<String> found) {
        eni.trunk().ifPresent(id -> {
            var carries = census.eni(id)
                    .filter(trunk -> trunk.members().contains(eni.id())
                            && trunk.eni().kind() == EniKind.TRUNK
                            && trunk.status() == EniStatus.IN_USE
                            && trunk.instance().equals(eni.instance()))
                    .isPresent();
            if (!carries) {
                found.add("%s rides on %s, which does not carry it".formatted(eni.id(), id));
            }
        });
        for (var member : eni.members()) {
            if (census.eni(member)
                    .flatMap(CloudEni::trunk)
                    .filter(eni.id()::equals)
                    .isEmpty()) {
                found.add("%s carries %s, which does not ride on it".formatted(eni.id(), member));
            }
        }
    }

    private static void indexes(List<CloudEni> enis, List<String> found) {
        var taken = new TreeSet<String>();
        for (var eni : enis) {
            var place = eni.attachment().orElseThrow();
            if (!taken.add(words(place))) {
                found.add("two ENIs are at %s".formatted(words(place)));
            }
        }
    }

    private static String words(EniAttachment place) {
        return place.trunk()
                .map(trunk -> "VLAN %d of %s".formatted(place.deviceIndex(), trunk))
                .orElse("place %d of %s".formatted(place.deviceIndex(), place.instance()));
    }
}
