package io.github.terway4j.domain.datapath;

import java.util.List;

/** Kernel objects that shall be there, in the order in which they can be made. */
public record DatapathPlan(List<KernelObject> wanted) {
    public DatapathPlan {
        wanted = List.copyOf(wanted);
    }

    public List<KernelStep> steps() {
        return wanted.stream().<KernelStep>map(KernelStep.Make::new).toList();
    }

    /** The way back: the last made is the first removed. What cannot be unmade (a setting, an MTU) stays. */
    public List<KernelStep> undo() {
        return wanted.reversed().stream()
                .filter(DatapathPlan::canBeUnmade)
                .<KernelStep>map(KernelStep.Remove::new)
                .toList();
    }

    private static boolean canBeUnmade(KernelObject object) {
        return switch (object) {
            case KernelObject.VethPair _,
                    KernelObject.Address _,
                    KernelObject.Route _,
                    KernelObject.Rule _,
                    KernelObject.Neighbour _,
                    KernelObject.Shaper _ -> true;
            case KernelObject.LinkUp _, KernelObject.LinkMtu _, KernelObject.Sysctl _ -> false;
        };
    }
}
