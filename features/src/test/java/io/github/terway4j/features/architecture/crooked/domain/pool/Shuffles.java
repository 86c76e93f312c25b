package io.github.terway4j.features.architecture.crooked.domain.pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Decides by a chance that it does not name. */
final class Shuffles {
    private Shuffles() {}

    static List<String> decides(List<String> candidates) {
        var mixed = new ArrayList<>(candidates);
        Collections.shuffle(mixed);
        return mixed;
    }
}
