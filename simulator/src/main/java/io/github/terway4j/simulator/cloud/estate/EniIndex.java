package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * ENIs, found by what they are asked for most: their id, their instance, a tag. Whoever looks after one machine among
 * thousands looks at its ENIs and at no others.
 */
public final class EniIndex {
    private record Tag(String key, String value) implements Comparable<Tag> {
        private static final Comparator<Tag> ORDER =
                Comparator.comparing(Tag::key).thenComparing(Tag::value);

        @Override
        public int compareTo(Tag other) {
            return ORDER.compare(this, other);
        }
    }

    private final TreeMap<EniId, CloudEni> enis = new TreeMap<>();
    private final TreeMap<InstanceId, NavigableSet<EniId>> ofInstance = new TreeMap<>();
    private final TreeMap<Tag, NavigableSet<EniId>> tagged = new TreeMap<>();

    /** Whatever was kept under its id is replaced, and returned. */
    public Optional<CloudEni> put(CloudEni eni) {
        var before = remove(eni.id());
        enis.put(eni.id(), eni);
        eni.instance().ifPresent(instance -> add(ofInstance, instance, eni.id()));
        tags(eni).forEach(tag -> add(tagged, tag, eni.id()));
        return before;
    }

    public Optional<CloudEni> remove(EniId id) {
        var gone = Optional.ofNullable(enis.remove(id));
        gone.ifPresent(eni -> {
            eni.instance().ifPresent(instance -> drop(ofInstance, instance, id));
            tags(eni).forEach(tag -> drop(tagged, tag, id));
        });
        return gone;
    }

    public void apply(EniChange change) {
        switch (change) {
            case EniChange.Kept(var eni) -> put(eni);
            case EniChange.Gone(var id) -> remove(id);
        }
    }

    public EniIndex copy() {
        var copy = new EniIndex();
        enis.values().forEach(copy::put);
        return copy;
    }

    public Optional<CloudEni> find(EniId id) {
        return Optional.ofNullable(enis.get(id));
    }

    /** All of them, in the order of their ids; not to be changed, and not a copy. */
    public Collection<CloudEni> all() {
        return enis.sequencedValues();
    }

    /** Those that every filter admits, in the order of their ids. */
    public List<CloudEni> find(List<EniFilter> filters) {
        var candidates = filters.stream()
                .flatMap(filter -> named(filter).stream())
                .min(Comparator.comparingInt(NavigableSet::size))
                .map(ids -> ids.stream().flatMap(id -> find(id).stream()))
                .orElseGet(() -> enis.values().stream());
        return candidates
                .filter(eni -> filters.stream().allMatch(filter -> filter.admits(eni)))
                .toList();
    }

    /** The ids among which those are that the filter admits, if it names any. */
    private Optional<NavigableSet<EniId>> named(EniFilter filter) {
        return switch (filter) {
            case EniFilter.Ids(var ids) -> Optional.of(new TreeSet<>(ids));
            case EniFilter.OfInstance(var instance) -> Optional.of(ofInstance.getOrDefault(instance, new TreeSet<>()));
            case EniFilter.Tagged(var key, var value) ->
                Optional.of(tagged.getOrDefault(new Tag(key, value), new TreeSet<>()));
            case EniFilter.HasTag _,
                    EniFilter.OfKind _,
                    EniFilter.InStatus _,
                    EniFilter.InVpc _,
                    EniFilter.InVSwitch _,
                    EniFilter.InSecurityGroup _,
                    EniFilter.WithPrimary _,
                    EniFilter.WithAddress _,
                    EniFilter.Named _,
                    EniFilter.InResourceGroup _ -> Optional.empty();
        };
    }

    private static List<Tag> tags(CloudEni eni) {
        return eni.tags().entrySet().stream()
                .map(each -> new Tag(each.getKey(), each.getValue()))
                .toList();
    }

    private static <K> void add(Map<K, NavigableSet<EniId>> where, K key, EniId id) {
        where.computeIfAbsent(key, _ -> new TreeSet<>()).add(id);
    }

    private static <K> void drop(Map<K, NavigableSet<EniId>> where, K key, EniId id) {
        where.computeIfPresent(key, (_, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }
}
