package io.github.terway4j.features.architecture.crooked.ports.out;

import io.github.terway4j.features.architecture.crooked.adapters.log.Told;

/** A promise that only one can keep. */
interface KnowsItsKeeper {
    Told keeper();
}
