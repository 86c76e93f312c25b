package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** One thing that a watch has told. */
sealed interface Told<T extends HasMetadata> {
    record Present<T extends HasMetadata>(T object) implements Told<T> {}

    record Gone<T extends HasMetadata>(T object) implements Told<T> {}

    /** Until here nothing else has happened. */
    record Bookmark<T extends HasMetadata>(T object) implements Told<T> {}

    /**
     * It will tell nothing more.
     *
     * @param forgotten whether the server no longer knows what happened since the version asked for
     */
    record Ended<T extends HasMetadata>(boolean forgotten, String words) implements Told<T> {}
}
