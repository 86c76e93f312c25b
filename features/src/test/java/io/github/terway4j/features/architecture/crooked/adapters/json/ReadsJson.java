package io.github.terway4j.features.architecture.crooked.adapters.json;

import com.fasterxml.jackson.core.JsonFactory;

/** Nothing wrong with it. */
public record ReadsJson(JsonFactory factory) {}
