package io.github.terway4j.features.architecture.crooked.app.usecase;

import java.nio.file.Path;

/** Reads what no port speaks of. */
record OpensAFile(Path file) {}
