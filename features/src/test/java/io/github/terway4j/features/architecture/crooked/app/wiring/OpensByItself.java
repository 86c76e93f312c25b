package io.github.terway4j.features.architecture.crooked.app.wiring;

import io.github.terway4j.features.architecture.crooked.adapters.log.Told;

/** Was to be handed what stands behind its ports. */
record OpensByItself(Told adapter) {}
