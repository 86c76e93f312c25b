package io.github.terway4j.domain.datapath;

/** Routing tables by number. */
public final class RouteTables {
    public static final int LOCAL = 255;
    public static final int MAIN = 254;
    public static final int DEFAULT = 253;

    /** The table of an ENI is this plus the ENI's interface index, so it never meets one of the kernel's own. */
    public static final int ENI_BASE = 1000;

    private RouteTables() {}

    public static int ofEni(int interfaceIndex) {
        if (interfaceIndex <= 0) {
            throw new IllegalArgumentException("an interface index is positive, but got " + interfaceIndex);
        }
        return ENI_BASE + interfaceIndex;
    }
}
