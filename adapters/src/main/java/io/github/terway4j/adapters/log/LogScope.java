package io.github.terway4j.adapters.log;

import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** For whom something is being done: every line that is logged meanwhile, by the same thread, carries it. */
public final class LogScope {
    static final String POD = "pod";
    static final String SANDBOX = "sandbox";

    private static final ScopedValue<SortedMap<String, String>> FIELDS = ScopedValue.newInstance();

    private LogScope() {}

    /** Does something for a sandbox of this pod. */
    public static <T> T during(PodRef pod, AttachmentKey sandbox, Supplier<T> deed) {
        return ScopedValue.where(FIELDS, with(with(fields(), POD, pod.toString()), SANDBOX, sandbox.containerId()))
                .call(deed::get);
    }

    /** The same where nobody has said of which pod it is. */
    public static <T> T during(AttachmentKey sandbox, Supplier<T> deed) {
        return ScopedValue.where(FIELDS, with(fields(), SANDBOX, sandbox.containerId()))
                .call(deed::get);
    }

    /** What the caller does is done for these. */
    static SortedMap<String, String> fields() {
        return FIELDS.isBound() ? FIELDS.get() : Collections.emptySortedMap();
    }

    /** The same for the pod that a line is about, whoever writes it. */
    static void about(SortedMap<String, String> fields, Runnable writing) {
        ScopedValue.where(FIELDS, fields).run(writing);
    }

    static SortedMap<String, String> with(SortedMap<String, String> fields, String key, String value) {
        var more = new TreeMap<>(fields);
        more.put(key, value);
        return Collections.unmodifiableSortedMap(more);
    }
}
