package io.github.terway4j.features.architecture.crooked.adapters.cni;

import io.github.terway4j.features.architecture.crooked.adapters.json.ReadsJson;

/** Nothing wrong with it. */
record UsesTheFoundation(ReadsJson json) {}
