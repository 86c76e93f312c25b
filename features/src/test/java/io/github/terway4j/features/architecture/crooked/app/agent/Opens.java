package io.github.terway4j.features.architecture.crooked.app.agent;

import io.github.terway4j.features.architecture.crooked.adapters.log.Told;

/** Nothing wrong with it. */
record Opens(Told adapter) {}
