package io.github.terway4j.simulator.openapi.ram;

import java.util.List;
import java.util.Locale;

/**
 * One rule of a policy. {@code *} stands for any text, {@code ?} for any letter.
 *
 * @param actions like {@code ecs:Describe*}, whatever their case
 * @param resources like {@code acs:ecs:*:*:eni/*}
 */
record Statement(boolean allows, List<String> actions, List<String> resources) {
    Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    boolean speaksOf(String action, String resource) {
        return actions.stream().anyMatch(pattern -> fits(lower(pattern), lower(action)))
                && resources.stream().anyMatch(pattern -> fits(pattern, resource));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Goes back to the last {@code *} whenever it gets stuck: one way back is enough, and it always ends soon. */
    private static boolean fits(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int retry = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
