package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceFilter;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.estate.Estate;
import java.util.List;
import java.util.Optional;

/** The instances of the account, as the ECS API lets one handle them. */
public final class Machines {
    private final Turns turns;
    private final Estate estate;
    private final InstanceDesk desk;

    Machines(Turns turns, Estate estate, InstanceDesk desk) {
        this.turns = turns;
        this.estate = estate;
        this.desk = desk;
    }

    /** RunInstances: all of them or none, each pending at first and running some seconds later. */
    public Answer<List<Instance>> run(InstanceOrder order) {
        return turns.answer(now -> desk.run(order, now));
    }

    /** The same, and nothing twice. */
    public Answer<List<Instance>> run(InstanceOrder order, ClientToken token) {
        return turns.once(token, order, now -> desk.run(order, now));
    }

    /** StartInstance. */
    public Answer<Nothing> start(InstanceId id) {
        return turns.done(now -> desk.start(id, now));
    }

    /** StopInstance. */
    public Answer<Nothing> stop(InstanceId id) {
        return turns.done(now -> desk.stop(id, now));
    }

    /** ModifyInstanceSpec: of a stopped instance, whose limits are then those of the new type. */
    public Answer<Nothing> changeType(InstanceId id, String type) {
        return turns.done(now -> desk.changeType(id, type));
    }

    /**
     * DeleteInstance: gone at once, and with it each of its ENIs that is deleted on release.
     *
     * @param force even if it runs
     */
    public Answer<Nothing> delete(InstanceId id, boolean force) {
        return turns.done(now -> desk.delete(id, force));
    }

    /** DescribeInstances: those that every filter admits, in the order of their ids. */
    public List<Instance> describe(List<InstanceFilter> filters) {
        return turns.take(now -> estate.instances.values().stream()
                .filter(instance -> filters.stream().allMatch(filter -> filter.admits(instance)))
                .toList());
    }

    public Optional<Instance> find(InstanceId id) {
        return turns.take(now -> Optional.ofNullable(estate.instances.get(id)));
    }

    /** DescribeInstanceTypes: every type that there is, in the order of their names. */
    public List<InstanceType> types() {
        return turns.take(now -> List.copyOf(estate.types.values()));
    }
}
