package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.vswitch.Unfit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why waiting pods, or what shall stand ready, will not get their addresses by this plan. */
public sealed interface Shortfall {
    /** Addresses. */
    int missing();

    /** The same for as long as the cause is, however many are missing. */
    String reason();

    default String words() {
        return "%s; addresses wanted: %d".formatted(reason(), missing());
    }

    /** The node holds as many addresses as its instance type and the configuration let it. */
    record NodeFull(int missing, int capacity) implements Shortfall {
        @Override
        public String reason() {
            return "the node holds all %d addresses that its instance type and configuration allow".formatted(capacity);
        }
    }

    /**
     * The node has all the ENIs that it may have; they have places left, and yet no address can be had for them.
     *
     * @param dry vSwitches without a free address in which some of them lie
     * @param others ENIs that cannot be filled for another reason: one on its way out, one with which something failed
     */
    record Unfilled(int missing, List<VSwitchId> dry, List<EniId> others) implements Shortfall {
        public Unfilled {
            dry = List.copyOf(dry);
            others = List.copyOf(others);
        }

        @Override
        public String reason() {
            var reasons = new ArrayList<String>();
            dry.forEach(vSwitch -> reasons.add(vSwitch + " has no free address for those that lie there"));
            others.forEach(eni -> reasons.add(eni + " cannot be filled at the moment"));
            return "the node has all the ENIs that it may have; " + String.join("; ", reasons);
        }
    }

    /** The same of ENIs for RDMA. */
    record RdmaFull(int missing, int enis) implements Shortfall {
        @Override
        public String reason() {
            return enis == 0
                    ? "pods with RDMA wait here, but the instance type and configuration allow no ENI that carries it"
                    : "all addresses of the %d ENIs for RDMA that there can be are taken".formatted(enis);
        }
    }

    /** The same of ENIs behind the trunk. */
    record MembersFull(int missing, int members) implements Shortfall {
        @Override
        public String reason() {
            return members == 0
                    ? "pods with a member ENI wait here, but the instance type and configuration allow no trunk"
                    : "all %d ENIs that can ride on the trunk are taken".formatted(members);
        }
    }

    /** The same of ENIs that are one pod's alone, beside those that pods share. */
    record WholeFull(int missing, int enis) implements Shortfall {
        @Override
        public String reason() {
            return enis == 0
                    ? "pods with an ENI of their own (aliyun/eni) wait here, but the one ENI that the instance type and"
                            + " configuration allow is for those that share"
                    : ("pods with an ENI of their own (aliyun/eni) wait here; there can be %d of these, while one at least is"
                                    + " for pods that share, and every place is taken")
                            .formatted(enis);
        }
    }

    /** Members are wanted, and what they ride on is not there yet. */
    record NoTrunk(int missing) implements Shortfall {
        @Override
        public String reason() {
            return "pods with a member ENI wait here, and the node has no trunk in use yet";
        }
    }

    /**
     * A new ENI is needed, and none of the vSwitches that the operator listed will do.
     *
     * @param unfit these vSwitches, each with what keeps it from it
     */
    record NoVSwitch(int missing, List<Unfit> unfit) implements Shortfall {
        public NoVSwitch {
            unfit = List.copyOf(unfit);
        }

        @Override
        public String reason() {
            return unfit.isEmpty()
                    ? "no vSwitch is listed for the node's zone"
                    : unfit.stream().map(Unfit::words).collect(Collectors.joining("; "));
        }
    }

    /** The cloud refused what is needed when it was last asked, and is left alone until then. */
    record Refused(int missing, CloudOperation operation, Fault why, Instant until) implements Shortfall {
        @Override
        public String reason() {
            return "%s was refused (%s) and is tried again at %s"
                    .formatted(operation.words(), why.words(), until.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /** The operator lets nothing be asked of the cloud at the moment ({@link Degradation#L0}). */
    record Degraded(int missing) implements Shortfall {
        @Override
        public String reason() {
            return "degradation is l0, so that the cloud is asked for nothing";
        }
    }
}
