package io.github.terway4j.app.worlds;

/**
 * What two kernels tell differently.
 *
 * @param kind of two with the same kind, one may stand for the other
 */
record Disagreement(String kind, String words) {}
