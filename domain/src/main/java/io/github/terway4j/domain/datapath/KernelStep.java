package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;

/** One change to the kernel. A step whose end is already reached counts as done. */
public sealed interface KernelStep {
    String words();

    /**
     * It shall be there. What stands in its place is replaced, except for two things. A link of the same name that is not
     * this very one refuses the step, unless it was retired, for then it is in nobody's way. And a route that the kernel
     * put there by itself refuses it too.
     */
    record Make(KernelObject object) implements KernelStep {
        @Override
        public String words() {
            return "make " + object.words();
        }
    }

    /**
     * It shall be gone. A link goes only if the one of that name carries its alias: it may be a newer sandbox's by now.
     * One that was moved does not go but comes home, as {@link Restore} has it, wherever it is found.
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

    /**
     * The link that was made from this namespace in another, stands on one of this one's, and carries the mark of the
     * attachment ({@link FarMark}) shall be gone, wherever it is.
     */
    record Withdraw(NetNs ns, AttachmentKey key) implements KernelStep {
        @Override
        public String words() {
            return "withdraw the link of " + key;
        }
    }

    /** All condemned links of the namespace shall be gone. */
    record ReapRetired(NetNs ns) implements KernelStep {
        @Override
        public String words() {
            return "delete all retired links in " + ns;
        }
    }

    /**
     * The hardware with that address, if it stands in this namespace and carries that mark, shall be as it was before it
     * was moved: under its old name if that is free, down, without addresses and mark. So it is found when the namespace
     * that it was lent to has died: the kernel then moves hardware to the first namespace of all, under whatever name is
     * free there.
     */
    record Restore(NetNs ns, Mac mac, WayHome wayHome) implements KernelStep {
        @Override
        public String words() {
            return "restore link " + wayHome.homeName() + " (" + mac + ")";
        }
    }
}
