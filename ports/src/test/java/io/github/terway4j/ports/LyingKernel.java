package io.github.terway4j.ports;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does nothing, has one answer to everything, and tells of the same routes wherever one looks. */
record LyingKernel(KernelOutcome answer, List<KernelObject.Route> litter) implements Kernel, Namespaces, Traffic {
    @Override
    public KernelOutcome apply(List<KernelStep> steps) {
        return answer;
    }

    @Override
    public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
        return new Observation.Seen(
                new KernelState(ns, List.of(), List.of(), litter, List.of(), List.of(), List.of(), Map.of()));
    }

    @Override
    public Optional<List<Link>> beyond(NetNs ns) {
        return Optional.empty();
    }

    @Override
    public boolean knows(LinkKind kind, NetNs ns) {
        return false;
    }

    @Override
    public boolean knowsTags(NetNs ns) {
        return false;
    }

    @Override
    public TrafficOutcome exchange(NetNs from, NetNs to, Ip address, int bytes) {
        return answer instanceof KernelOutcome.Applied ? new TrafficOutcome.Arrived() : new TrafficOutcome.Lost("no");
    }

    @Override
    public NetNs create(String name) {
        return new NetNs(name);
    }

    @Override
    public void delete(NetNs ns) {}

    @Override
    public List<NetNs> named(String prefix) {
        return List.of();
    }
}
