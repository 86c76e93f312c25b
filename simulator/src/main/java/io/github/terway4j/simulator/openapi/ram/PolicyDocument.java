package io.github.terway4j.simulator.openapi.ram;

import io.github.terway4j.simulator.openapi.wire.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A policy as RAM writes it, checked word by word: what is not understood would else allow too much or too little. */
final class PolicyDocument {
    private PolicyDocument() {}

    static Policy read(String text) {
        var document = object(JsonTree.parse(text), "a policy");
        requireOnly(document, List.of("Version", "Statement"));
        if (!"1".equals(document.get("Version"))) {
            throw new IllegalArgumentException("a policy is of Version \"1\", not " + document.get("Version"));
        }
        return new Policy(list(document, "Statement").stream()
                .map(PolicyDocument::statement)
                .toList());
    }

    private static Statement statement(Object json) {
        var statement = object(json, "a statement");
        requireOnly(statement, List.of("Effect", "Action", "Resource"));
        var effect = String.valueOf(statement.get("Effect"));
        var allows = switch (effect) {
            case "Allow" -> true;
            case "Deny" -> false;
            default -> throw new IllegalArgumentException("an Effect is Allow or Deny, not " + effect);
        };
        return new Statement(allows, texts(statement, "Action"), texts(statement, "Resource"));
    }

    private static List<String> texts(Map<String, Object> statement, String name) {
        return list(statement, name).stream()
                .map(text -> {
                    if (text instanceof String string) {
                        return string;
                    }
                    throw new IllegalArgumentException("%s holds %s, which is no text".formatted(name, text));
                })
                .toList();
    }

    /** One thing may stand without a list around it. */
    private static List<?> list(Map<String, Object> object, String name) {
        var value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException("%s is missing in %s".formatted(name, object));
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static Map<String, Object> object(Object json, String what) {
        if (json instanceof Map<?, ?> map) {
            return JsonTree.named(map);
        }
        throw new IllegalArgumentException("%s is a JSON object, not %s".formatted(what, json));
    }

    private static void requireOnly(Map<String, Object> object, List<String> known) {
        var others = new TreeSet<>(object.keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("the simulated cloud does not heed %s of a policy".formatted(others));
        }
    }
}
