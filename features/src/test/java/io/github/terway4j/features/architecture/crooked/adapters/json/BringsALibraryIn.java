package io.github.terway4j.features.architecture.crooked.adapters.json;

import org.junit.jupiter.api.DisplayName;

/** Speaks a language that nobody has heard of here. */
@DisplayName("foreign")
interface BringsALibraryIn {}
