package io.github.terway4j.features.architecture.crooked.unmarked;

/** In a package that says neither what it is for nor that null stays out. */
record InNobodysRoom() {}
