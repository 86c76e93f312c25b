package io.github.terway4j.domain.pool;

/** Why waiting pods, or the lower watermark, will not get their addresses by this plan. */
public sealed interface Shortfall {
    int missing();

    String words();

    /** The node holds as many addresses as its instance type and the configuration let it. */
    record NodeFull(int missing, int capacity) implements Shortfall {
        @Override
        public String words() {
            return "the node holds all %d addresses that its instance type and configuration allow; %d more are wanted"
                    .formatted(capacity, missing);
        }
    }

    /** A new ENI is needed, and no vSwitch of the zone has an address for it. */
    record NoVSwitch(int missing) implements Shortfall {
        @Override
        public String words() {
            return "no vSwitch in the node's zone has a free address; %d are wanted".formatted(missing);
        }
    }
}
