package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** What a look at a {@link Subscription} brought. */
sealed interface News<T extends HasMetadata> {
    /** Exactly these there are. */
    record Everything<T extends HasMetadata>(long version, List<T> objects) implements News<T> {
        public Everything {
            objects = List.copyOf(objects);
        }
    }

    /** These have come or changed, and those have gone; nothing at all where nothing has happened. */
    record Changes<T extends HasMetadata>(long version, List<T> present, List<T> gone) implements News<T> {
        public Changes {
            present = List.copyOf(present);
            gone = List.copyOf(gone);
        }
    }

    /** Nothing can be said. */
    record Unreadable<T extends HasMetadata>(String words) implements News<T> {}
}
