package io.github.terway4j.domain.pod;

/**
 * That an annotation of a pod makes no sense.
 *
 * @param words which it is, what it says, why that is none, and what would be
 */
public record Complaint(String annotation, String words) {}
