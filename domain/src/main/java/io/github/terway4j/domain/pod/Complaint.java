package io.github.terway4j.domain.pod;

/**
 * That an annotation of a pod makes no sense.
 *
 * @param words which it is, what it says, why that is none, and what would be
 */
public record Complaint(String annotation, String words) {
    private static final int LONGEST_TOLD = 60;

    static Complaint about(String annotation, String value, String why, String allowed) {
        return new Complaint(
                annotation, "%s says \"%s\", which %s; %s".formatted(annotation, shortened(value), why, allowed));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_TOLD ? value : value.substring(0, LONGEST_TOLD) + "…";
    }
}
