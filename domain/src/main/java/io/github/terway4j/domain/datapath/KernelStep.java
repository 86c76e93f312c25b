package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;

/** One change to the kernel. A step whose end is already reached counts as done. */
public sealed interface KernelStep {
    String words();

    /**
     * It shall be there. What stands in its place is replaced, except for two things. A link of the same name that is not
     * this very pair refuses the step, unless it was retired, for then it is in nobody's way. And a route that the kernel
     * put there by itself refuses it too.
     */
    record Make(KernelObject object) implements KernelStep {
        @Override
        public String words() {
            return "make " + object.words();
        }
    }

    /**
     * It shall be gone. A veth pair goes only if the link of that name carries the pair's alias: it may be a newer
     * sandbox's by now.
     */
    record Remove(KernelObject object) implements KernelStep {
        @Override
        public String words() {
            return "remove " + object.words();
        }
    }

    /**
     * The link of that name, if it carries that alias, shall be gone soon: it joins the condemned, which {@link
     * ReapRetired} deletes together. Deleting one link waits some 30 ms for the kernel's other readers, deleting fifty
     * at once hardly longer.
     */
    record Retire(NetNs ns, LinkName link, String alias) implements KernelStep {
        @Override
        public String words() {
            return "retire link " + link;
        }
    }

    /** All condemned links of the namespace shall be gone. */
    record ReapRetired(NetNs ns) implements KernelStep {
        @Override
        public String words() {
            return "delete all retired links in " + ns;
        }
    }
}
