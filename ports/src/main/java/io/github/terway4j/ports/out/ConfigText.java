package io.github.terway4j.ports.out;

/**
 * One text of a configuration, a JSON object.
 *
 * @param place where it stands, for people
 */
public record ConfigText(String place, String text) {}
