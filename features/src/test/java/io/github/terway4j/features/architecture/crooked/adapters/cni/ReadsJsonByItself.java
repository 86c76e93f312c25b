package io.github.terway4j.features.architecture.crooked.adapters.cni;

import com.fasterxml.jackson.core.JsonFactory;

/** Another reader of the same text. */
record ReadsJsonByItself(JsonFactory factory) {}
