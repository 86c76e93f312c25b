package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A world as far as it is drawn. */
final class Draft {
    private final List<NetNs> namespaces;
    private final List<End> ends = new ArrayList<>();
    private final List<End> stacked = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();

    Draft(List<NetNs> namespaces) {
        this.namespaces = namespaces;
    }

    World with(List<Shot> shots) {
        return new World(namespaces, deeds, shots);
    }

    void make(KernelObject object) {
        add(new Deed.Take(new KernelStep.Make(object)));
    }

    void add(Deed deed) {
        deeds.add(deed);
    }

    void add(End end) {
        ends.add(end);
    }

    /** One that stands on another. */
    void addStacked(End end) {
        ends.add(end);
        stacked.add(end);
    }

    List<NetNs> namespaces() {
        return namespaces;
    }

    List<End> ends() {
        return ends;
    }

    List<End> stacked() {
        return stacked;
    }

    List<End> endsIn(NetNs ns) {
        return ends.stream().filter(end -> end.ns().equals(ns)).toList();
    }

    /** Those elsewhere; all where there are none. */
    List<End> strangersTo(NetNs ns) {
        var others = ends.stream().filter(end -> !end.ns().equals(ns)).toList();
        return others.isEmpty() ? ends : others;
    }

    List<End> neighboursOf(End end) {
        return ends.stream().filter(other -> other.cable() == end.cable()).toList();
    }

    End opposite(End end) {
        return neighboursOf(end).stream()
                .filter(other -> !other.equals(end))
                .findFirst()
                .orElseThrow();
    }

    List<KernelObject> made() {
        return deeds.stream()
                .flatMap(deed ->
                        deed instanceof Deed.Take(KernelStep.Make(var object)) ? Stream.of(object) : Stream.empty())
                .toList();
    }

    int deedsSoFar() {
        return deeds.size();
    }
}
