package io.github.terway4j.adapters.syscall;

import static io.github.terway4j.adapters.syscall.Native.C;

/** The mounts that named network namespaces need. */
public final class Mounts {
    private static final long MS_BIND = 0x1000;
    private static final long MS_REC = 0x4000;
    private static final long MS_SHARED = 0x100000;
    private static final int MNT_DETACH = 2;

    private Mounts() {}

    /** Shows {@code source} at {@code target}, which must exist. */
    public static void bind(String source, String target) {
        Native.call("mount " + target, () -> C.mount(source, target, "none", MS_BIND, null));
    }

    /** The same with all that is mounted below. */
    public static void bindTree(String source, String target) {
        Native.call("mount " + target, () -> C.mount(source, target, "none", MS_BIND | MS_REC, null));
    }

    /** Lets other mount namespaces see what is mounted below; EINVAL if {@code target} is not a mount point. */
    public static void share(String target) {
        Native.call("mount " + target, () -> C.mount("", target, "none", MS_SHARED | MS_REC, null));
    }

    /** Takes the topmost mount away, at once for new users; EINVAL if there is none. */
    public static void detach(String target) {
        Native.call("umount " + target, () -> C.umount2(target, MNT_DETACH));
    }
}
